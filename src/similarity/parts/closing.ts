import { hashOfText } from '../fingerprints/hash.ts';
import type { Sequence } from '../fingerprints/sequence.ts';

const OPENING: ReadonlySet<number> = new Set(['{', '(', '[', '${'].map(hashOfText));
const CLOSING: ReadonlySet<number> = new Set(['}', ')', ']'].map(hashOfText));
const SILENT: ReadonlySet<number> = new Set([';', ','].map(hashOfText));

/**
 * The last line of what begins on `start` and goes on to `end`, with the brackets after it that close what was opened in it. Canonical forms have
 * no brackets, but whoever looks at a function wants to see its end.
 * @param written the file as it was written
 */
export function closedAt({ keys, lines }: Sequence, start: number, end: number): number {
  let open = 0;
  let last = end;
  for (const [at, key] of keys.entries()) {
    const line = lines[at] ?? 0;
    if (line < start) continue;
    if (line > end && !CLOSING.has(key) && !SILENT.has(key)) return last;
    if (OPENING.has(key)) open += 1;
    if (CLOSING.has(key)) {
      open -= 1;
      if (line > end && open < 0) return last;
      if (line > end) last = line;
    }
  }
  return last;
}
