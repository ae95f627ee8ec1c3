import { messageOf } from '../domain/errors/message-of.ts';
import { operatorError } from '../domain/errors/operator.ts';
import { TouchstoneError } from '../domain/errors/touchstone-error.ts';
import type { Marking } from '../domain/results.ts';
import type { Problem } from '../domain/run.ts';

/** What went wrong, in the form that is stored and told. */
export function problemOf(error: unknown): Problem {
  if (error instanceof TouchstoneError) return error.report();
  const seen = error instanceof Error ? `${error.name}: ${messageOf(error)}` : String(error);
  return operatorError('run.unexpected', { seen }, { cause: error }).report();
}

/** A stage that broke is a failure of ours, however well the others went; null where none did. */
export function brokenStage(marking: Marking): TouchstoneError | null {
  const broken = marking.stages.find((stage) => stage.status === 'broken');
  if (broken === undefined) return null;
  return operatorError('run.stage-broken', {
    stage: broken.id,
    reason: broken.reason ?? 'no reason given',
  });
}

/** When to come back, where the error says so (a rate limit): milliseconds since 1970, otherwise null. */
export function retryAtOf(error: unknown): number | null {
  const retryAt = error instanceof Error && 'retryAt' in error ? error.retryAt : null;
  return typeof retryAt === 'number' ? retryAt : null;
}
