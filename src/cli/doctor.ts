import { createColors } from 'picocolors';
import { visible } from '../domain/visible-text.ts';
import { exit } from './exit.ts';
import type { Parts } from './parts.ts';
import type { Terminal } from './terminal.ts';

/** `touchstone doctor`: 0 when all is well, 3 when something must be mended. */
export async function doctorCommand(
  options: { course: string; format: 'text' | 'json' },
  parts: Parts,
  terminal: Terminal,
): Promise<number> {
  const results = await parts.doctor(options.course);
  const healthy = results.every((result) => result.ok);
  if (options.format === 'json') {
    terminal.out(`${JSON.stringify({ ok: healthy, checks: results }, null, 2)}\n`);
  } else {
    const colors = createColors(terminal.outIsTerminal);
    for (const { id, ok, found, fix } of results) {
      terminal.out(`${ok ? colors.green('ok  ') : colors.red('mend')} ${id}: ${visible(found)}\n`);
      if (fix !== null) terminal.out(`     ${visible(fix)}\n`);
    }
  }
  return healthy ? exit.done : exit.failed;
}
