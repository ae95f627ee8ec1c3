import type { Place } from '../findings.ts';
import { closedAt } from './closing.ts';
import type { Stretch } from './shared-parts.ts';
import { WIDTH } from './traced.ts';
import type { TracedFile } from './traced-works.ts';

/** The lines of a stretch. */
export function placeOf({ path, lines, written }: TracedFile, { from, to }: Stretch): Place {
  const within = lines.subarray(from, to + WIDTH);
  let start = within[0] ?? 1;
  let end = start;
  for (const line of within) {
    start = Math.min(start, line);
    end = Math.max(end, line);
  }
  return { file: path, start, end: closedAt(written, start, end) };
}
