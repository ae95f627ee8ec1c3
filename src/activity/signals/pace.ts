import type { Struggle } from '../../domain/course/struggle.ts';
import { counted, shown, type Signal } from './signal.ts';

/** On how many days somebody did something, of those on which nobody else was waited for, and on how many it was to be expected. */
export interface Pace {
  project: string;
  active: number;
  /** By their week of before. */
  expected: number;
  /** Of the days that are looked at, the working days. */
  days: number;
  /** On how many days they had been seen before: so surely their week is known. */
  seen: number;
}

/**
 * A learner who works on far fewer days than they used to: the chance of so few, or fewer, by their own week. The number of such days is
 * taken for a negative binomial one, as how often they come is known by what was seen of them alone.
 */
export function paceSignal(
  { project, active, expected, days, seen }: Pace,
  thresholds: Struggle['pace'],
): Signal | null {
  if (thresholds === false) return null;
  const chance = chanceOfSoFew(active, expected, seen);
  if (chance > thresholds.chance) return null;
  return {
    signal: 'pace',
    level: 'nudge',
    project,
    numbers: { active, expected, days, chance },
    sentence: `At work on ${counted(active, 'day')} of the last ${counted(days, 'working day')}; as they used to work it would have been ${shown(expected)}.`,
  };
}

function chanceOfSoFew(active: number, expected: number, shape: number): number {
  const share = expected / (expected + shape);
  let term = (1 - share) ** shape;
  let sum = term;
  for (let count = 1; count <= active; count += 1) {
    term *= ((shape + count - 1) / count) * share;
    sum += term;
  }
  return sum;
}
