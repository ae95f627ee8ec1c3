import type { StyleFile, StyleLanguage } from '../../../../src/sandbox/analysis/style.ts';
import { measure } from '../../../_analyst/size.ts';
import type { Found } from '../readers/reader.ts';
import type { Classify } from './classify.ts';
import { languageOf } from './language.ts';

/** A file of the submission, and what has become known of it. */
export interface Submitted {
  path: string;
  bytes: Uint8Array;
  lines: number;
  language: StyleLanguage | null;
  why: StyleFile['why'];
  /** Why it would not count if nothing used it: see `Classified`. */
  byName: string | null;
  unread: StyleFile['unread'];
  found: Found | null;
}

/** The analyst has both in one set of files; the starter's begin with `prefix`. */
export function apart(
  files: ReadonlyMap<string, Uint8Array>,
  prefix: string,
): { submission: Map<string, Uint8Array>; starter: Map<string, Uint8Array> } {
  const submission = new Map<string, Uint8Array>();
  const starter = new Map<string, Uint8Array>();
  for (const [path, bytes] of files) {
    if (path.startsWith(prefix)) starter.set(path.slice(prefix.length), bytes);
    else submission.set(path, bytes);
  }
  return { submission, starter };
}

/** In the order of their paths. */
export function submittedFiles(
  submission: ReadonlyMap<string, Uint8Array>,
  classify: Classify,
): Map<string, Submitted> {
  return new Map(
    [...submission.keys()].sort().map((path) => {
      const bytes = submission.get(path) ?? new Uint8Array();
      const { lines, tooLarge } = measure(bytes);
      const { why, byName } = classify(path, bytes);
      const unread = why === null ? tooLarge : null;
      return [path, { path, bytes, lines, language: languageOf(path), why, byName, unread, found: null }];
    }),
  );
}

/** As the report tells it. */
export function told({ path, language, lines, why, unread }: Submitted): StyleFile[] {
  return language === null ? [] : [{ path, language, lines, counted: why === null, why, unread }];
}
