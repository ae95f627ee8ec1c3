import type { Struggle } from '../../domain/course/struggle.ts';
import { above, quantile } from '../normal/distribution.ts';
import type { LogNormal } from '../normal/durations.ts';
import { counted, shown, type Signal } from './signal.ts';

/** How long somebody has been at a project, and what is usual. */
export interface Lasting {
  project: string;
  /** Their working days so far on which the ball was in their court. */
  days: number;
  /** What it takes others. */
  others: LogNormal;
  /** What it would take them, by what they needed for other projects. */
  own: LogNormal;
}

/**
 * A project that takes longer than it should, at the learner's own pace: whoever is slow everywhere is slow, and not stuck. The share of
 * such learners who would be done by now is that of the fitted distribution of durations (survival analysis: tasks that are not done
 * count as well).
 */
export function durationSignal(
  { project, days, others, own }: Lasting,
  thresholds: Struggle['duration'],
): Signal | null {
  if (thresholds === false || days <= 0) return null;
  const done = 1 - above((Math.log(days) - own.mean) / own.deviation);
  if (done < thresholds.watch) return null;
  const usual = Math.exp(others.mean);
  const long = Math.exp(own.mean + own.deviation * quantile(thresholds.alert));
  return {
    signal: 'duration',
    level: done >= thresholds.alert ? 'alert' : 'watch',
    project,
    numbers: { days, usual, ownUsual: Math.exp(own.mean), long, done },
    sentence: `${counted(days, 'working day')} at it; half of the others need no more than ${shown(usual)}, and at their own pace ${String(Math.round(100 * thresholds.alert))} % would be done within ${shown(long)}.`,
  };
}
