import type { Failure } from '../../../src/sandbox/protocol/kinds.ts';
import type { AnswerFailure } from '../values/requests.ts';

/** What the worker said instead of the submission, or what kept a value from crossing. */
export type Trouble = Failure | AnswerFailure;

/** What the learner's side may say of itself. The other reasons are the worker's alone. */
const REASONS = new Set<unknown>(
  Object.keys({
    crossing: 0,
    stale: 0,
    'not-loaded': 0,
    'program-cpu-time': 0,
    'program-wait-time': 0,
    'answer-time': 0,
    'program-time': 0,
    'program-output': 0,
    'program-memory': 0,
    memory: 0,
    files: 0,
    'open-files': 0,
    processes: 0,
  } satisfies Record<AnswerFailure['reason'], 0>),
);

/** Why the learner's side could not answer, as it said itself: nothing of it is believed beyond its reason. */
export function troubleSaid(failed: unknown): AnswerFailure {
  const reason: unknown =
    typeof failed === 'object' && failed !== null ? Reflect.get(failed, 'reason') : undefined;
  return REASONS.has(reason)
    ? { reason: reason as AnswerFailure['reason'], text: '' }
    : { reason: 'crossing', text: '' };
}
