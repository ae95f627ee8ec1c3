import type { SchoolCalendar } from '../../domain/people/school-calendar.ts';
import { workedDays, type WorkedDays } from '../../domain/people/worked-days.ts';
import type { LearnerAccount } from '../account/learner-account.ts';
import type { Observation } from '../normal/observation.ts';

/** The way of a learner through the course, from one mastered project to the next. */
export interface Cycles {
  /** Each project that they mastered, and the one that they are at. */
  observations: Observation[];
  /** Since when they are on the way to the next one, ms since 1970. */
  since: number;
  /** The project that they are at; null between two. */
  at: string | null;
  /** Counts the school's days where they live. */
  days: WorkedDays;
}

/**
 * Cuts a learner's time into cycles, each of which ends with a mastered project: school days from the one before it. Waiting and leave are part of
 * them, as there will be such again, and work on two projects at once is counted once; so what is left takes the sum of its cycles.
 */
export function cyclesOf(account: LearnerAccount, calendar: SchoolCalendar): Cycles {
  const { learner, projects, standing, lastAct } = account;
  const days = workedDays({ ...standing, leave: [] }, calendar);
  const mastered = [...projects.values()]
    .flatMap(({ project, masteredAt }) => (masteredAt === null ? [] : { project, masteredAt }))
    .toSorted((a, b) => a.masteredAt - b.masteredAt);
  let since = account.since;
  const observations: Observation[] = mastered.map(({ project, masteredAt }) => {
    const cycle = { learner, project, days: days.between(since, masteredAt), done: true };
    since = masteredAt;
    return cycle;
  });
  const current = lastAct === null ? undefined : projects.get(lastAct.project);
  const at = current?.masteredAt === null ? current.project : null;
  // Whoever stopped has shown no more than how long they were at it.
  if (at !== null && lastAct !== null)
    observations.push({ learner, project: at, days: days.between(since, lastAct.at), done: false });
  return { observations, since, at, days };
}
