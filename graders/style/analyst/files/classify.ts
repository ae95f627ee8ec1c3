import picomatch from 'picomatch';
import type { StyleFile } from '../../../../src/sandbox/analysis/style.ts';
import { FIRST_LINES, GENERATED } from '../attempts/comments.ts';

const VENDORED = /(?:^|\/)(?:node_modules|vendor)\//;
/** Packages that were installed, and what Python leaves behind and never loads without its source. */
const PACKAGES = /(?:^|\/)(?:node_modules|site-packages)\/|(?:^|\/)__pycache__\/[^/]*\.pyc$/;
const MADE = /(?:^|\/)(?:dist|build|coverage|__pycache__|\.venv|venv)\/|\.min\.(?:js|css)$/;

/** Why a file of the submission does not count; null where it does. */
export interface Classified {
  why: StyleFile['why'];
  /** What in its name says that it is not the learner's, where nothing but its name does. */
  byName: string | null;
}

export type Classify = (path: string, bytes: Uint8Array) => Classified;

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
    const before = starter.get(path);
    const same = before === undefined ? moved.has(textOf(bytes)) : isSame(bytes, before);
    if (isGenerated(path)) return { why: 'generated', byName: null };
    const vendored = VENDORED.exec(path)?.[0];
    const named = vendored ?? MADE.exec(path)?.[0];
    if (named !== undefined) {
      const byName = same || PACKAGES.test(path) ? null : named.replace(/^\//, '');
      return { why: vendored === undefined ? 'generated' : 'vendored', byName };
    }
    if (same) return { why: 'starter', byName: null };
    // Only the starter is believed when it says so; in a submission the words are an attempt.
    const said = before !== undefined && GENERATED.test(firstLines(before));
    return { why: said ? 'generated' : null, byName: null };
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
