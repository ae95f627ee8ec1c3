import type { Struggle } from '../../domain/course/struggle.ts';
import { drawn } from '../../domain/drawn.ts';

/** A week of the calendar, counted from that of 1970-01-05 on; weeks begin on Monday. */
export const weekOf = (day: number): number => Math.floor((day - 4) / 7);

/**
 * Learners who look fine and whom somebody should look at all the same this week: what the signals miss shows in no alert. As good as drawn
 * by lot, and the same ones whenever it is asked.
 *
 * @param fine GitHub's numbers of those of whom nothing shows
 * @param course its title
 */
export function spotChecks(
  fine: readonly number[],
  { course, week }: { course: string; week: number },
  thresholds: Struggle['spotChecks'],
): number[] {
  if (thresholds === false) return [];
  return fine
    .map((learner) => ({ learner, lot: drawn('spot-check', `${course} ${String(week)}`, learner) }))
    .toSorted((a, b) => a.lot - b.lot || a.learner - b.learner)
    .slice(0, thresholds.perWeek)
    .map(({ learner }) => learner);
}
