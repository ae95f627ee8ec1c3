import type { WorkedDays } from '../../domain/people/worked-days.ts';
import { isInside, type Spans } from '../court/spans.ts';

/** On how many days of each kind a learner did something; the kinds are the days of the week, Sunday first as in `Date.getUTCDay`. */
export interface OwnWeek {
  /** Days on which nobody else was waited for, and which were no leave and no holiday. */
  had: readonly number[];
  active: readonly number[];
}

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

export const NO_DAYS: OwnWeek = { had: WEEK.map(() => 0), active: WEEK.map(() => 0) };

/** What is usual among all learners of a course: the share of days of each kind on which they do something. */
export type UsualWeek = readonly number[];

/** Believed before anybody has been seen: on more than half of the school's days, and now and then on free ones. */
const BELIEVED = { working: 0.6, free: 0.1, days: 20 } as const;
/** What is usual of everybody counts for a learner as so many days, and what is usual of them as so many of each kind. */
const DRAWN = { days: 4, ofAKind: 2 } as const;
/** Of a longer pause no more days than these count: it says little of what is usual. */
const MOST_DAYS_OF_A_PAUSE = 7;
const [RAREST, SUREST] = [0.01, 0.97];

const kindOf = (day: number): number => (day + 4) % 7;

/** Enters into the week of a learner a day on which they did something, and the idle days before it. */
export function withDays({ had, active }: OwnWeek, idle: readonly number[], day: number): OwnWeek {
  const week = { had: [...had], active: [...active] };
  const count = (counts: number[], kind: number) => {
    counts[kind] = (counts[kind] ?? 0) + 1;
  };
  for (const each of idle.slice(0, MOST_DAYS_OF_A_PAUSE)) count(week.had, kindOf(each));
  count(week.had, kindOf(day));
  count(week.active, kindOf(day));
  return week;
}

/** The days after one and up to another (counted from 1970) on which something might have come of the learner. */
export function idleDays(
  { days, waiting }: { days: WorkedDays; waiting: { spans: Spans } },
  after: number,
  last: number,
): number[] {
  const idle: number[] = [];
  for (let day = after + 1; day <= last; day += 1)
    if (!days.isAwayOn(day) && !isInside(waiting.spans, days.noonOf(day))) idle.push(day);
  return idle;
}

/** What is usual among some learners. */
export function usualWeek(weeks: Iterable<OwnWeek>, isFree: (weekday: number) => boolean): UsualWeek {
  const all = [...weeks];
  const sum = (counts: (week: OwnWeek) => readonly number[], kind: number): number =>
    all.reduce((total, week) => total + (counts(week)[kind] ?? 0), 0);
  return WEEK.map((kind) => {
    const believed = isFree(kind) ? BELIEVED.free : BELIEVED.working;
    const active = sum((week) => week.active, kind) + BELIEVED.days * believed;
    return active / (sum((week) => week.had, kind) + BELIEVED.days);
  });
}

/** How likely a learner does something on each kind of day: by their own days, drawn towards what is usual as long as they are few. */
export function chancesOf({ had, active }: OwnWeek, usual: UsualWeek): { chances: number[]; seen: number } {
  const expected = had.reduce((total, days, kind) => total + days * (usual[kind] ?? 0), 0);
  const seen = active.reduce((total, days) => total + days, 0);
  const mean = usual.reduce((total, each) => total + each, 0) / 7;
  const strength = DRAWN.days * mean;
  // How many times as often as others.
  const often = (seen + strength) / (expected + strength);
  const chances = usual.map((each, kind) => {
    const drawn = Math.min(SUREST, each * often);
    const own = ((active[kind] ?? 0) + DRAWN.ofAKind * drawn) / ((had[kind] ?? 0) + DRAWN.ofAKind);
    return Math.min(SUREST, Math.max(RAREST, own));
  });
  return { chances, seen: seen + strength };
}

/** Some days without a sign of a learner. */
export interface Pause {
  /** On how many of them one was to be expected. */
  expected: number;
  /** How unusual it is: minus the logarithm of its chance. */
  surprise: number;
}

/**
 * How unusual it is that nothing came of a learner on some days, by their own week. How often they come is itself known by what was seen of
 * them alone, so the chance is that of a gamma-mixed Poisson process (the negative binomial's zero term).
 */
export function pauseOf(week: OwnWeek, usual: UsualWeek, idle: readonly number[]): Pause {
  const { chances, seen } = chancesOf(week, usual);
  let expected = 0;
  let mass = 0;
  for (const day of idle) {
    const chance = chances[kindOf(day)] ?? 0;
    expected += chance;
    mass -= Math.log(1 - chance);
  }
  return { expected, surprise: seen * Math.log(1 + mass / seen) };
}
