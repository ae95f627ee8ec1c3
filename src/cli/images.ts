import { exit } from './exit.ts';
import type { Parts } from './parts.ts';
import type { Terminal } from './terminal.ts';

/** `touchstone images`: builds what is missing of the sandbox images; quick when nothing is. */
export async function imagesCommand(
  options: { course: string; format: 'text' | 'json' },
  parts: Parts,
  terminal: Terminal,
): Promise<number> {
  const course = await parts.readCourse(options.course);
  const images = await parts.buildImages(course, (line) => {
    terminal.err(`${line}\n`);
  });
  terminal.out(options.format === 'json' ? `${JSON.stringify(images, null, 2)}\n` : `${images.join('\n')}\n`);
  return exit.done;
}
