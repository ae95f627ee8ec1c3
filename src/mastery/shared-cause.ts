import type { Criterion } from '../domain/course/criterion.ts';
import type { CriterionResult, Evidence, Feedback } from '../domain/results.ts';
import { feedbackPhrases as phrases } from './phrases.ts';
import { closing, failing, isHint, value } from './seen.ts';

/**
 * What stops every failing test of a criterion, where it is one and the same thing, such as a file that cannot be
 * loaded: then three next steps would say it three times. Null where the tests differ, or where a limit was hit
 * (two functions can loop for two reasons in the same words).
 */
export function causeOf(result: CriterionResult, criterion: Criterion): string | null {
  const causes = new Set(failing(result).map((evidence) => cause(evidence, criterion)));
  const [only] = causes;
  return causes.size === 1 ? (only ?? null) : null;
}

function cause(evidence: Evidence, criterion: Criterion): string | null {
  const { status, message, expected, actual, file, line } = evidence;
  if (message === null || status === 'timeout' || expected !== null || actual !== null) return null;
  if (isHint(evidence, criterion)) return null;
  return JSON.stringify([message, file, line]);
}

/** The one next step for what stops the tests of several criteria. It belongs to the first of them. */
export function feedbackOnSharedCause(result: CriterionResult, criteria: number): Omit<Feedback, 'kind'> {
  const [evidence] = failing(result);
  const file = evidence?.file === null || evidence?.file === undefined ? null : value(evidence.file);
  const line = evidence?.line ?? null;
  return {
    criterion: result.id,
    title: phrases.sharedCauseTitle(),
    what: [
      phrases.sharedCause(closing(evidence?.message ?? ''), criteria),
      ...(file === null ? [] : [phrases.place(file, line)]),
    ].join(' '),
    why: phrases.sharedCauseWhy(),
    next: phrases.sharedCauseNext(file, line),
    read: null,
    corrective: null,
    callsStaff: false,
  };
}
