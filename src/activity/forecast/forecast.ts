import type { Unit } from '../../domain/course/course-file.ts';
import type { SchoolCalendar } from '../../domain/people/school-calendar.ts';
import type { WorkedDays } from '../../domain/people/worked-days.ts';
import type { LearnerAccount } from '../account/learner-account.ts';
import { above, quantile } from '../normal/distribution.ts';
import { fitDurations, type Durations } from '../normal/durations.ts';
import { cyclesOf, type Cycles } from './cycles.ts';

/** When a learner will have mastered what is left. Times are ms since 1970. */
export interface Forecast {
  learner: number;
  /** The ids of the units that are left; enrichment is none of them. */
  left: readonly string[];
  /** In eight cases of ten it will be between these two, if they go on. */
  from: number;
  until: number;
  /** As likely sooner as later. */
  middle: number;
}

/** The units of a course, as far as they matter here. */
export type Units = readonly Pick<Unit, 'id' | 'enrichment' | 'effortHours' | 'projects'>[];

/** Foretells of the learners of a course, from what all of them have done so far. */
export interface Forecaster {
  /** @returns null of somebody of whom nothing is known, or for whom nothing is left */
  of(learner: number, now: number): Forecast | null;
  /** What it would take to be done by a time; null where there is no forecast. */
  toFinishBy(learner: number, by: number, now: number): Needed | null;
}

/** What it would take to be done by a time. */
export interface Needed {
  /** How likely it is as things are, from 0 to 1. */
  chance: number;
  /** How many times as fast as so far they would have to be, so that it is as likely as not; 1 and less: as fast as so far is enough. */
  timesAsFast: number;
  /** Of the author's hours, what is left, and how many of them that makes a week; null where the time is over. */
  hoursLeft: number;
  hoursAWeek: number | null;
}

/** A range that holds in eight of ten cases. */
const [LOW, HIGH] = [0.1, 0.9];
const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;
/** Enough for ends that move by less than a twentieth of the range when it is drawn again. */
const DRAWS = 500;
const [LEAST, MOST] = [1e-9, 1 - 1e-9];

/**
 * Makes forecasts by drawing what the tasks that are left may take (Monte Carlo): the pace of the learner, as surely as it is known, is drawn once
 * for all tasks of a draw, the rest for each task; the task at hand takes longer than it has taken. What tasks take is fitted with trouble and
 * waiting and all (`fitDurations`), so the range is that of people who go on; nobody foretells who leaves.
 *
 * @param random uniform numbers from 0 to 1 for a learner, the same ones each time
 */
export function forecasterOf(
  accounts: readonly LearnerAccount[],
  {
    units,
    calendar,
    random,
  }: { units: Units; calendar: SchoolCalendar; random: (learner: number) => () => number },
): Forecaster {
  const cycles = new Map(accounts.map((account) => [account.learner, cyclesOf(account, calendar)]));
  const observations = [...cycles.values()].flatMap((each) => each.observations);
  const effort = new Map(
    units.flatMap(({ projects, effortHours }) => projects.map((project) => [project, effortHours] as const)),
  );
  const durations = fitDurations(observations, effort);
  const byLearner = new Map(accounts.map((account) => [account.learner, account]));
  const drawnFor = (learner: number, now: number) => {
    const account = byLearner.get(learner);
    const own = cycles.get(learner);
    if (account === undefined || own === undefined) return null;
    const left = unitsLeft(account, units);
    if (left.length === 0) return null;
    const gone = own.days.between(own.since, now);
    const tasks = tasksOf(left, own.at);
    return { left, own, days: drawDays(tasks, { learner, gone, durations, random: random(learner) }) };
  };
  return {
    of: (learner, now) => {
      const drawn = drawnFor(learner, now);
      if (drawn === null) return null;
      const { left, own, days } = drawn;
      const at = (share: number) => timeAfter(own.days, now, days[Math.floor(share * days.length)] ?? 0);
      return { learner, left: left.map(({ id }) => id), from: at(LOW), middle: at(0.5), until: at(HIGH) };
    },
    toFinishBy: (learner, by, now) => {
      const drawn = drawnFor(learner, now);
      if (drawn === null) return null;
      const had = drawn.own.days.between(now, by);
      const middle = drawn.days[Math.floor(drawn.days.length / 2)] ?? 0;
      const hoursLeft = drawn.left.reduce((sum, { effortHours }) => sum + effortHours, 0);
      return {
        chance: drawn.days.filter((days) => days <= had).length / drawn.days.length,
        timesAsFast: had > 0 ? middle / had : Number.POSITIVE_INFINITY,
        hoursLeft,
        hoursAWeek: by > now ? (hoursLeft * WEEK_MS) / (by - now) : null,
      };
    },
  };
}

function unitsLeft({ projects }: LearnerAccount, units: Units): Units {
  const isMastered = (project: string) => (projects.get(project)?.masteredAt ?? null) !== null;
  return units.filter((unit) => !unit.enrichment && !unit.projects.some(isMastered));
}

/** The project of each unit that is left; the one at hand comes first. */
function tasksOf(left: Units, at: Cycles['at']): string[] {
  const tasks = left.flatMap(({ projects: [first, ...others] }) =>
    at !== null && others.includes(at) ? at : (first ?? []),
  );
  return tasks.toSorted((a, b) => Number(b === at) - Number(a === at));
}

/** Draws how many school days the tasks take from now on, sorted. */
function drawDays(
  tasks: readonly string[],
  {
    learner,
    gone,
    durations,
    random,
  }: { learner: number; gone: number; durations: Durations; random: () => number },
): number[] {
  const uniform = () => Math.min(MOST, Math.max(LEAST, random()));
  const pace = durations.paceOf(learner);
  const centres = tasks.map((project) => durations.of(learner, project).mean);
  const own = Math.sqrt(pace.variance);
  const chance = durations.spread.tasks;
  return Array.from({ length: DRAWS }, () => {
    const shift = own * quantile(uniform());
    return centres.reduce((sum, centre, index) => {
      if (index > 0) return sum + Math.exp(centre + shift + chance * quantile(uniform()));
      // The first one has taken so long already.
      const z = gone > 0 ? (Math.log(gone) - centre - shift) / chance : Number.NEGATIVE_INFINITY;
      const share = Math.max(LEAST, above(z) * uniform());
      return Math.max(0, Math.exp(centre + shift - chance * quantile(share)) - gone);
    }, 0);
  }).toSorted((a, b) => a - b);
}

/** Nobody foretells what is further away. */
const FARTHEST_DAYS = 5 * 365;

/** When somebody will have had so many days, to the hour. */
function timeAfter(days: WorkedDays, from: number, count: number): number {
  let [low, high] = [from, from + FARTHEST_DAYS * DAY_MS];
  while (high - low > DAY_MS / 24) {
    const middle = (low + high) / 2;
    if (days.between(from, middle) < count) low = middle;
    else high = middle;
  }
  return Math.round(high);
}
