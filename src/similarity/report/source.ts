import type { FileMap } from '../../domain/course/file-map.ts';
import { cut, visible } from '../../domain/visible-text.ts';
import { decode } from '../reading/decode.ts';

/** The lines of a file of a submission, as they may be shown; none where there is no such file. */
export type Source = (submission: string, file: string) => readonly string[];

/** Longer lines are cut: a report is read by people. */
const LONGEST = 400;

/** Keeps what it has made: a file is shown in more than one place. */
export function sourceOf(submissions: Iterable<{ id: string; files: FileMap }>): Source {
  const files = new Map([...submissions].map((submission) => [submission.id, submission.files]));
  const made = new Map<string, readonly string[]>();
  return (submission, file) => {
    const key = JSON.stringify([submission, file]);
    const lines = made.get(key) ?? linesOf(files.get(submission)?.get(file));
    made.set(key, lines);
    return lines;
  };
}

function linesOf(bytes: Uint8Array | undefined): readonly string[] {
  if (bytes === undefined) return [];
  const decoded = decode(bytes);
  if ('fault' in decoded) return [];
  // Lines are counted as they were when the file was read: what is hidden is made visible after that.
  return decoded.text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => cut(visible(line), LONGEST));
}
