import type { Failure } from '../../../src/sandbox/protocol/kinds.ts';
import type { AnswerFailure } from '../values/requests.ts';

/** What the worker said instead of the submission, or what kept a value from crossing. */
export type Trouble = Failure | AnswerFailure;

/** What the learner's side may say of itself. The other reasons are the worker's alone. */
const REASONS = new Set<unknown>([
  'crossing',
  'stale',
  'not-loaded',
  'program-time',
  'program-output',
] satisfies AnswerFailure['reason'][]);

/** Why the learner's side could not answer, as it said itself: nothing of it is believed beyond its reason. */
export function troubleSaid(failed: unknown): AnswerFailure {
  const reason: unknown =
    typeof failed === 'object' && failed !== null ? Reflect.get(failed, 'reason') : undefined;
  return REASONS.has(reason)
    ? { reason: reason as AnswerFailure['reason'], text: '' }
    : { reason: 'crossing', text: '' };
}
