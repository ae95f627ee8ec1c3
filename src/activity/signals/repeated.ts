import type { Struggle } from '../../domain/course/struggle.ts';
import type { ProjectAccount } from '../account/learner-account.ts';
import { counted, type Signal } from './signal.ts';

/**
 * The same failure in several attempts in a row while nothing else was gained. What repeats itself says more of trouble than how much
 * fails: Becker, 'A new metric to quantify repeated compiler errors for novice programmers' (ITiCSE 2016), whose density of repeated
 * errors grows with the length of such rows.
 *
 * @param daysSince working days of theirs since a time on which the ball was in their court
 */
export function repeatedSignal(
  { project, attempts }: Pick<ProjectAccount, 'project' | 'attempts'>,
  thresholds: Struggle['repeated'],
  daysSince: (at: number) => number,
): Signal | null {
  if (thresholds === false) return null;
  const rows = [...attempts.failures.values()]
    .map(({ times, since }) => ({ times, days: daysSince(since) }))
    .filter(({ times, days }) => times >= thresholds.nudge && days >= thresholds.days)
    .toSorted((a, b) => b.times - a.times);
  const [longest] = rows;
  if (longest === undefined) return null;
  const { times, days } = longest;
  return {
    signal: 'repeated',
    level: times >= thresholds.alert ? 'alert' : 'nudge',
    project,
    numbers: { times, days, failures: rows.length },
    sentence: `The same failure in ${counted(times, 'attempt')} in a row, for ${counted(days, 'working day')}, and nothing further was met meanwhile.`,
  };
}
