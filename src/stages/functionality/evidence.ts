import type { FileMap } from '../../domain/course/file-map.ts';
import type { Evidence } from '../../domain/results.ts';
import { cut, visible } from '../../domain/visible-text.ts';
import type { TestOutcome } from '../../sandbox/sandbox.ts';

/** Characters of one text that are shown. */
const MOST = 2000;

/**
 * What the learner may see of one test, besides the author's hint. Of a hidden test that is its title and a limit that was hit:
 * never a value, for with one the test could be learnt by heart. What the submission says itself (words, the kind of an
 * error, its file and line) is shown of a hidden test only if it was said before it knew anything of a test: a line
 * number is as good a messenger as a word.
 */
export function evidenceOf(outcome: TestOutcome, submission: FileMap): Evidence {
  const { name, status, assertion, learnerError, limit } = outcome;
  const isPublic = outcome.testFile.startsWith('public/');
  const nothing = { id: name, status, message: null, expected: null, actual: null, file: null, line: null };
  if (status === 'passed') return nothing;
  const mayTell = isPublic || learnerError?.beforeAnyCall === true;
  const shown = mayTell ? { ...nothing, ...placeOf(learnerError, submission) } : nothing;
  const error = learnerError !== null && mayTell ? `${learnerError.name}: ${learnerError.message}` : null;
  // An error that speaks of a limit is told in the limit's words first.
  if (limit !== null) return { ...shown, message: error === null ? limit : text(`${limit} (${error})`) };
  if (error !== null) return { ...shown, message: text(error) };
  if (!isPublic || assertion === null) return nothing;
  const { message, expected, actual } = assertion;
  const said = expected !== null && actual !== null ? firstLine(message) : message;
  return { ...shown, message: text(said), expected: textOrNull(expected), actual: textOrNull(actual) };
}

/** The frameworks repeat both values below their first line; they are shown beside it. */
function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/:$/, '');
}

/** A place that the submission named, if the submission has it. */
function placeOf(
  error: TestOutcome['learnerError'],
  submission: FileMap,
): { file: string | null; line: number | null } {
  const bytes = error?.file === null || error?.file === undefined ? undefined : submission.get(error.file);
  if (error === null || bytes === undefined) return { file: null, line: null };
  const { file, line } = error;
  const lines = new TextDecoder().decode(bytes).split('\n').length;
  const exists = line !== null && Number.isInteger(line) && line >= 1 && line <= lines;
  return { file, line: exists ? line : null };
}

function text(foreign: string): string {
  return cut(visible(foreign), MOST);
}

function textOrNull(foreign: string | null): string | null {
  return foreign === null ? null : text(foreign);
}
