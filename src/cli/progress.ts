import type { Terminal } from './terminal.ts';

/** One line that says how far the tests are; it exists only where a person watches, and leaves nothing behind. */
export function progressLine(terminal: Terminal, unit = 'tests') {
  let shown = false;
  const write = (text: string) => {
    if (!terminal.errIsTerminal) return;
    terminal.err(`\r\u001b[K${text}`);
    shown = text !== '';
  };
  return {
    show: ({ stage, done, total }: { stage: string; done: number; total: number | null }) => {
      write(`${stage}: ${total === null ? done : `${done} of ${total}`} ${unit}`);
    },
    clear: () => {
      if (shown) write('');
    },
  };
}
