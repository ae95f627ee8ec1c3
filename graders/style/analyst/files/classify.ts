import picomatch from 'picomatch';
import type { StyleFile } from '../../../../src/sandbox/analysis/style.ts';
import { FIRST_LINES, GENERATED } from '../attempts/comments.ts';

const VENDORED = /(?:^|\/)(?:node_modules|vendor)\//;
const MADE = /(?:^|\/)(?:dist|build|coverage|__pycache__|\.venv|venv)\/|\.min\.(?:js|css)$/;

/** Says of a file of the submission why it does not count; null where it does. */
export type Classify = (path: string, bytes: Uint8Array) => StyleFile['why'];

/** `generated`: the author's patterns. `starter`: the starter's files by their paths in a submission. */
export function classifier(
  generated: readonly string[],
  submission: ReadonlyMap<string, Uint8Array>,
  starter: ReadonlyMap<string, Uint8Array>,
): Classify {
  const isGenerated = generated.length === 0 ? () => false : picomatch([...generated], { dot: true });
  const gone = [...starter].filter(([path]) => !submission.has(path)).map(([, bytes]) => textOf(bytes));
  const moved = new Set(gone.filter((text) => text.trim() !== ''));
  return (path, bytes) => {
    if (VENDORED.test(path)) return 'vendored';
    if (MADE.test(path) || isGenerated(path)) return 'generated';
    const before = starter.get(path);
    if (before === undefined) return moved.has(textOf(bytes)) ? 'starter' : null;
    if (isSame(bytes, before)) return 'starter';
    // Only the starter is believed when it says so; in a submission the words are an attempt.
    return GENERATED.test(firstLines(before)) ? 'generated' : null;
  };
}

/** But for how lines end. */
export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0 || textOf(one) === textOf(other);
}

/** Line ends are line feeds. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
}

function firstLines(bytes: Uint8Array): string {
  return textOf(bytes.subarray(0, 4096)).split('\n').slice(0, FIRST_LINES).join('\n');
}
