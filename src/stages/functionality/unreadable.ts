import type { SourceFile, SyntaxReport } from '../../sandbox/analysis/syntax.ts';
import { unreadWords } from '../../sandbox/analysis/limit-words.ts';
import type { TestOutcome } from '../../sandbox/sandbox.ts';

type LearnerError = NonNullable<TestOutcome['learnerError']>;

/** What the languages call an error of a text that is no program. */
const OF_SYNTAX = new Set(['SyntaxError', 'IndentationError', 'TabError']);
/** What they call it when a text is nested too deeply for them. */
const OF_DEPTH = new Set(['RangeError', 'RecursionError', 'MemoryError']);

/**
 * True when a test stopped while the submission was being loaded, and only the submission itself could say where: it
 * may have a file that cannot be parsed.
 */
export function mayBeUnreadable({ learnerError }: TestOutcome): boolean {
  return (
    learnerError?.beforeAnyCall === true && (learnerError.file === null || OF_SYNTAX.has(learnerError.name))
  );
}

/**
 * The same outcomes, with what an analysis says of the files that could not be loaded in the place of what the
 * submission's process said. What the analysis does not explain stays as it was.
 */
export function explained(tests: readonly TestOutcome[], report: SyntaxReport): TestOutcome[] {
  return tests.map((test) => {
    if (test.learnerError === null || !mayBeUnreadable(test)) return test;
    return { ...test, learnerError: explanationOf(test.learnerError, report) ?? test.learnerError };
  });
}

function explanationOf(error: LearnerError, { files }: SyntaxReport): LearnerError | null {
  const faulty = files.filter(({ problem }) => problem !== null);
  const behind =
    faulty.find((file) => file.path === error.file) ??
    // The same program has compiled it here and there, and has said the same.
    faulty.find(({ problem }) => problem !== null && error.message.includes(problem.message)) ??
    faulty.find(({ path }) => names(error.message, path));
  if (behind !== undefined) return asError(error.name, behind);
  if (!OF_DEPTH.has(error.name)) return null;
  const tooMuch = files.find(({ unread }) => unread === 'nesting' || unread === 'memory');
  const unread = tooMuch?.unread ?? null;
  if (tooMuch === undefined || unread === null) return null;
  const words = unreadWords(tooMuch.path, unread);
  return { ...error, message: `${error.message} (${words})`.trimStart(), file: tooMuch.path };
}

/** True where a message names a file, and not one whose name only begins or ends in the same way. */
function names(message: string, path: string): boolean {
  const [before, ...after] = message.split(path);
  return after.length > 0 && !/[\w./-]$/.test(before ?? '') && !/^(?:[\w/-]|\.\w)/.test(after.join(path));
}

function asError(name: string, { path, problem }: SourceFile): LearnerError | null {
  if (problem === null) return null;
  const { line, message, hint } = problem;
  const sentence = /[.?!]$/.test(message) ? message : `${message}.`;
  const said = hint === null ? message : `${sentence} ${hint}`;
  return {
    name: OF_SYNTAX.has(name) ? name : 'SyntaxError',
    message: said,
    file: path,
    line,
    beforeAnyCall: true,
  };
}
