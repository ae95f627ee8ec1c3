import type { Struggle } from '../../domain/course/struggle.ts';
import type { ProjectAccount } from '../account/learner-account.ts';
import { counted, shown, type Signal } from './signal.ts';

const MINUTE_MS = 60_000;

/** What was tried longer ago than this is not what is being tried now. */
const NOW_MINUTES = 24 * 60;

/**
 * Many attempts within minutes, none of which gained anything: the marking is asked instead of the code. Karavirta, Korhonen & Malmi, 'On the
 * use of resubmissions in automatic assessment systems' (Computer Science Education 16, 2006): learners who hand in again and again
 * without thinking in between gain little by it.
 */
export function rapidSignal(
  { project, attempts }: Pick<ProjectAccount, 'project' | 'attempts'>,
  thresholds: Struggle['rapid'],
  now: number,
): Signal | null {
  if (thresholds === false) return null;
  const recent = attempts.withoutGain.filter((at) => now - at <= NOW_MINUTES * MINUTE_MS);
  const within = mostWithin(recent, thresholds.minutes * MINUTE_MS);
  if (within < thresholds.attempts) return null;
  return {
    signal: 'rapid',
    level: 'nudge',
    project,
    numbers: { attempts: within, minutes: thresholds.minutes },
    sentence: `${counted(within, 'attempt')} within ${shown(thresholds.minutes)} minutes, and nothing was gained by them.`,
  };
}

/** How many of some times, in their order, lie within so long a stretch, at most. */
function mostWithin(times: readonly number[], stretch: number): number {
  let first = 0;
  let most = 0;
  times.forEach((time, index) => {
    while (time - (times[first] ?? time) > stretch) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}
