import type { Marking } from '../../domain/results.ts';
import type { Verdict } from '../sign-off.ts';

/**
 * What the machine was sure of by itself, whoever has the last word: that is what a person's verdict is compared with. Null where
 * it had doubts of its own and left it to a person, or had nothing to look at.
 */
export function claimOf({
  decision,
  doubts,
  stages,
}: Pick<Marking, 'decision' | 'doubts'> & { stages: readonly { met: boolean }[] }): Verdict['says'] | null {
  if (decision === null || stages.length === 0) return null;
  if (decision !== 'awaiting-review') return decision;
  if (doubts.length > 0) return null;
  return stages.every(({ met }) => met) ? 'mastered' : 'not-yet';
}
