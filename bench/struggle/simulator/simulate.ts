import type { ActivityEvent } from '../../../src/activity/events.ts';
import type { Standing } from '../../../src/domain/people/roster.ts';
import { drawAbsences, leaveTold } from './absences.ts';
import { makeCourse, type SimulatedCourse } from './course.ts';
import { comment, workOn } from './day-of-work.ts';
import { atHour, daysOf, type SimulatedDay } from './days.ts';
import { draw } from './distribution.ts';
import { letHappen, type Life, noLongerStuck, openProjects, stuckFrom } from './life.ts';
import type { Parameters } from './parameters.ts';
import { chance, normal, randomFor } from './random.ts';
import { drawTraits, isOwnDay, paceOn } from './traits.ts';
import { hasLeft, truthOf } from './truth-of-life.ts';
import type { Truth } from './truth.ts';
import { isBlocked, type Work } from './work.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface SimulatedLearner {
  id: number;
  standing: Standing;
  /** The earliest first, to the end of what was simulated. */
  events: readonly ActivityEvent[];
  truth: Truth;
}

export interface SimulatedCohort {
  course: SimulatedCourse;
  /** Times in ms since 1970: when the term begins, and when it ends. */
  term: { from: number; until: number };
  /** One after the other, each made when it is asked for. */
  learners: () => Generator<SimulatedLearner>;
}

/** The same seed makes the same cohort, and the same learner whatever the number of learners. Learners know nothing of each other. */
export function simulateCohort(parameters: Parameters, seed: number, learners: number): SimulatedCohort {
  const course = makeCourse(parameters.course, seed);
  const from = Date.parse(`${parameters.term.start}T00:00:00Z`);
  return {
    course,
    term: { from, until: from + parameters.term.weeks * 7 * DAY_MS },
    *learners() {
      for (let index = 0; index < learners; index += 1)
        yield simulateLearner(parameters, course, seed, 1000 + index);
    },
  };
}

function simulateLearner(
  parameters: Parameters,
  course: SimulatedCourse,
  seed: number,
  id: number,
): SimulatedLearner {
  const { start, weeks, furtherWeeks, holidays } = parameters.term;
  const traits = drawTraits(randomFor('traits', seed, id), parameters);
  const days = daysOf({ start, days: 7 * (weeks + furtherWeeks), holidays }, traits.timeZone);
  const absences = drawAbsences(randomFor('absences', seed, id), parameters.absences, traits, {
    days,
    term: 7 * weeks,
  });
  const life: Life = {
    id,
    parameters,
    course,
    traits,
    random: randomFor('work', seed, id),
    days,
    absences,
    works: new Map(),
    events: leaveTold(id, absences, days),
    episodes: [],
    waiting: [],
    begun: [],
    gains: [],
    coming: [],
    current: null,
    gone: null,
    finishedAt: null,
  };
  for (const day of days) {
    liveThrough(life, day);
    if (life.finishedAt !== null) break;
  }
  const standing: Standing = {
    roles: new Set(['learner']),
    cohort: 'simulated',
    timeZone: traits.timeZone,
    leave: [],
    emails: [],
  };
  const events = life.events
    .filter((event) => event.kind !== 'leave' || !hasLeft(life, event.at))
    // Sorting is stable: what came about later at the same time stays behind.
    .toSorted((a, b) => a.at - b.at);
  return { id, standing, events, truth: truthOf(life) };
}

function liveThrough(life: Life, day: SimulatedDay): void {
  const { random, traits } = life;
  if (day.number < traits.firstDay) return;
  if (day.number === traits.firstDay) openProjects(life, day.from);
  const from = atHour(day, traits.beginsAt + 0.7 * normal(random));
  letHappen(life, from);
  if (life.finishedAt !== null || isGone(life, day)) return;
  const absence = life.absences.find(({ first, last }) => first <= day.number && day.number <= last);
  if (absence !== undefined) {
    const isSeen = absence.kind === 'quiet' && traits.isTalker && chance(random, 0.4);
    if (isSeen && life.current !== null) comment(life, life.current, from);
    return;
  }
  const isOwn = isOwnDay(traits, day);
  const work = choose(life);
  if (work === null) return;
  if (isOwn && givesUp(life, work, day)) return;
  if (isOwn && work.stuckSince !== null) work.stuckDays += 1;
  if (!chance(random, isOwn ? showsUp(life, work, day) : 0.04)) return;
  life.current = work;
  const hours = Math.max(0.4, traits.hours * (0.6 + 0.8 * random.next()) * paceOn(traits, day.number));
  workOn(life, work, { from, hours: Math.min(hours, (day.from + 0.95 * DAY_MS - from) / 3_600_000) });
}

function showsUp({ traits, parameters }: Life, work: Work, { number }: SimulatedDay): number {
  const { factor } = parameters.learners.procrastination;
  const lastWeeks = number >= 7 * (parameters.term.weeks - 2) && number < 7 * parameters.term.weeks;
  const late = traits.procrastinates ? (lastWeeks ? 1 : 1 / factor) : 1;
  const avoids = traits.style === 'avoids' && work.stuckSince !== null;
  const stays = avoids ? Math.max(0.08, 0.75 ** work.stuckDays) : 1;
  return traits.showsUp * late * stays * Math.sqrt(paceOn(traits, number));
}

/** What they work on today; null where they wait for others. */
function choose({ works, current, traits, random }: Life): Work | null {
  const open = [...works.values()].filter(({ isMastered, isWaiting }) => !isMastered && !isWaiting);
  if (current?.isWaiting === true && !traits.goesOnWhileWaiting) return null;
  const mine = open.find((work) => work === current) ?? open[0];
  if (mine === undefined) return null;
  const other = open.find((work) => work !== mine && work.stuckSince === null);
  if (other === undefined) return mine;
  const stuck = mine.stuckSince !== null && mine.stuckDays > 2;
  if (stuck && traits.style === 'switches') return other;
  const comesBack = open.find((work) => work !== mine && work.stuckSince !== null);
  if (comesBack !== undefined && chance(random, 0.1)) return comesBack;
  return traits.isJuggler && chance(random, 0.4) ? other : mine;
}

function givesUp(life: Life, work: Work, day: SimulatedDay): boolean {
  const { random, parameters } = life;
  const { aDay, doublesAfterDays } = parameters.trouble.givesUp;
  const stuck = work.stuckSince === null ? 0 : aDay * 2 ** (work.stuckDays / doublesAfterDays);
  if (!chance(random, parameters.trouble.leaves + stuck)) return false;
  const { share, days } = parameters.trouble.comesBack;
  const back = chance(random, share) ? day.number + Math.ceil(draw(random, days)) : null;
  for (const each of life.works.values()) noLongerStuck(life, each, day.from);
  life.gone = { from: day.from, until: back };
  return true;
}

function isGone(life: Life, day: SimulatedDay): boolean {
  if (life.gone === null) return false;
  if (life.gone.until === null || day.number < life.gone.until) return true;
  life.episodes.push({ project: null, from: life.gone.from, until: day.from, causes: ['gave-up'] });
  life.gone = null;
  for (const work of life.works.values())
    if (work.begunAt !== null && isBlocked(work)) stuckFrom(work, day.from);
  return false;
}
