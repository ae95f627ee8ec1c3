import type { ActivityEvent } from '../../../src/activity/events.ts';
import type { Absence } from './absences.ts';
import type { SimulatedCourse } from './course.ts';
import { atHour, type SimulatedDay } from './days.ts';
import { draw, type Distribution } from './distribution.ts';
import type { Parameters } from './parameters.ts';
import type { Random } from './random.ts';
import type { Traits } from './traits.ts';
import type { Episode, OfProject } from './truth.ts';
import { beginWork, isBlocked, opensNow, type Work } from './work.ts';

/** Something that is yet to come. */
interface Coming {
  at: number;
  happens: () => void;
}

/** Everything about one learner while their life goes on. It is changed in place. */
export interface Life {
  readonly id: number;
  readonly parameters: Parameters;
  readonly course: SimulatedCourse;
  readonly traits: Traits;
  readonly random: Random;
  readonly days: readonly SimulatedDay[];
  readonly absences: readonly Absence[];
  readonly works: Map<string, Work>;
  readonly events: ActivityEvent[];
  readonly episodes: Episode[];
  readonly waiting: OfProject[];
  readonly begun: OfProject[];
  /** When they got on with something, and with what. */
  readonly gains: { at: number; project: string }[];
  coming: Coming[];
  /** What they worked on last. */
  current: Work | null;
  /** Since when they have given up, and on which day they come back. */
  gone: { from: number; until: number | null } | null;
  finishedAt: number | null;
}

export function later(life: Life, at: number, happens: () => void): void {
  life.coming.push({ at, happens });
}

/** Lets happen what comes until a time, the earliest first; one thing may bring about another. */
export function letHappen(life: Life, until: number): void {
  for (;;) {
    const due = life.coming.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
    if (due === undefined) return;
    life.coming = life.coming.filter((each) => each !== due);
    due.happens();
  }
}

/** Opens what is open to the learner now. */
export function openProjects(life: Life, at: number): void {
  for (const project of opensNow(life.course, life.works)) {
    const mastered = [...life.works.values()].filter(({ isMastered }) => isMastered).length;
    life.works.set(project.slug, beginWork(life.random, project, life.parameters, life.traits, mastered));
    life.events.push({ kind: 'project-opened', learner: life.id, project: project.slug, at });
  }
}

export function master(life: Life, work: Work, at: number): void {
  const { slug } = work.project;
  work.isMastered = true;
  work.isWaiting = false;
  noLongerStuck(life, work, at);
  life.events.push({ kind: 'mastered', learner: life.id, project: slug, at });
  life.begun.push({ project: slug, from: work.begunAt ?? at, until: at });
  openProjects(life, at + 1000);
  if ([...life.works.values()].every(({ isMastered }) => isMastered)) life.finishedAt = at;
}

/** Notes from when on only what is not understood is left. Whoever has asked for a person is known to be stuck. */
export function stuckFrom(work: Work, at: number): void {
  if (work.helpComes || work.isMastered || !isBlocked(work)) return;
  work.stuckSince ??= at;
}

export function noLongerStuck(life: Life, work: Work, at: number): void {
  const from = work.stuckSince;
  if (from !== null && from < at)
    life.episodes.push({ project: work.project.slug, from, until: at, causes: ['stuck'] });
  work.stuckSince = null;
  work.stuckDays = 0;
}

/** In so many of the school's days, while people are at work. */
export function inSchoolDays(life: Life, at: number, spread: Distribution): number {
  const wait = draw(life.random, spread);
  const next = life.days.filter(({ from, isSchoolDay }) => isSchoolDay && from > at);
  const day = next[Math.floor(wait)];
  const soon = at + (1 + 2 * life.random.next()) * 60 * 60 * 1000;
  return day === undefined
    ? Math.round(Math.max(soon, at + wait * 24 * 60 * 60 * 1000))
    : atHour(day, 9 + 8 * life.random.next());
}
