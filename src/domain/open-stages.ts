import type { StageResult } from './results.ts';

/**
 * Of the stages that came to something, those to look at now: up to the first that is not met. What comes after it is for later:
 * first make it work, then make it professional (brief, 'functionality and style are assessed apart').
 */
export function openStages(stages: readonly StageResult[]): { now: StageResult[]; later: StageResult[] } {
  const completed = stages.filter(({ status }) => status === 'completed');
  const unmet = completed.findIndex(({ met }) => !met);
  const until = unmet === -1 ? completed.length : unmet + 1;
  return { now: completed.slice(0, until), later: completed.slice(until) };
}
