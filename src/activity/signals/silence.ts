import type { Struggle } from '../../domain/course/struggle.ts';
import type { Pause } from '../account/own-week.ts';
import { counted, shown, type Signal } from './signal.ts';

/** How long nothing was heard of a learner. */
export interface Silence {
  project: string;
  /** Working days of theirs since their last sign on which nobody else was waited for. */
  days: number;
  /** The same, against their own week. */
  pause: Pause;
  /** A pause as unusual as this is one of the rarest of the course. */
  rare: number;
}

/**
 * No sign of a learner while the ball is in their court. Inactivity is the earliest and simplest sign of those who drop out (Whitehill et al.,
 * 'Beyond prediction: first steps toward automatic intervention in MOOC student stopout', EDM 2015); how long is long depends on who it is,
 * as many learn part-time. So it must be long for anybody, and unusual for them.
 */
export function silenceSignal(
  { project, days, pause, rare }: Silence,
  thresholds: Struggle['silence'],
): Signal | null {
  if (thresholds === false || days < thresholds.nudgeDays || pause.surprise < rare) return null;
  return {
    signal: 'silence',
    level: days >= thresholds.alertDays ? 'alert' : 'nudge',
    project,
    numbers: { days, expected: pause.expected, surprise: pause.surprise, rare },
    sentence: `No sign for ${counted(days, 'working day')}; as they used to work, there would have been one on ${shown(pause.expected)} days by now.`,
  };
}
