import type { Level, Signal } from '../../src/activity/signals/signal.ts';
import { newWatch, type Watch } from '../../src/activity/watch.ts';
import { Struggle } from '../../src/domain/course/struggle.ts';
import type { Days } from '../../src/domain/people/calendar.ts';
import type { Standing } from '../../src/domain/people/roster.ts';
import type { Alert } from './evaluate/alert.ts';
import type { SimulatedCourse } from './simulator/course.ts';
import type { SimulatedCohort, SimulatedLearner } from './simulator/simulate.ts';

const HOUR_MS = 60 * 60 * 1000;
const STAFF: ReadonlySet<Level> = new Set<Level>(['alert', 'person']);

/** What a watch says of a cohort in the course of a term, in order of time. */
export interface Said {
  /** What was opened, for whomever: one for each learner and cause, until it is closed. */
  alerts: Alert[];
  /** When staff were told: of what was opened for them, or became theirs. */
  staff: Alert[];
  /** What learners were told: one for each message, with the first of what it is about. */
  learners: Alert[];
}

/** A watch over a simulated course. */
export function watchOf(
  course: SimulatedCourse,
  holidays: readonly Days[],
  standings: ReadonlyMap<number, Standing>,
  struggle: Struggle = Struggle.parse({}),
): Watch {
  return newWatch({
    projects: course.units.flatMap(({ projects, effortHours, enrichment }) =>
      projects.map((slug) => ({ slug, effortHours, enrichment })),
    ),
    struggle,
    calendar: { weekend: ['saturday', 'sunday'], holidays: () => holidays },
    standingOf: (learner) => standings.get(learner),
  });
}

/** Lets a watch see a term as it goes by, with a look every so many hours. */
export function watchTerm(
  { course, term }: Pick<SimulatedCohort, 'course' | 'term'>,
  learners: readonly SimulatedLearner[],
  {
    holidays,
    everyHours,
    struggle,
  }: { holidays: readonly Days[]; everyHours: number; struggle?: Struggle | undefined },
): Said {
  const standings = new Map(learners.map(({ id, standing }) => [id, standing]));
  const watch = watchOf(course, holidays, standings, struggle);
  const events = learners
    .flatMap((learner) => learner.events.filter(({ at }) => at < term.until))
    .toSorted((a, b) => a.at - b.at);
  const said: Said = { alerts: [], staff: [], learners: [] };
  const open = new Map<string, { all: Alert; staff: Alert | null }>();
  let next = 0;
  for (let now = term.from; now < term.until; now += everyHours * HOUR_MS) {
    for (let event = events[next]; event !== undefined && event.at <= now; event = events[next]) {
      watch.take(event);
      next += 1;
    }
    const { steps, messages } = watch.look(now);
    for (const { kind, alert } of steps) {
      const key = `${alert.learner} ${alert.cause}`;
      const known = open.get(key) ?? null;
      const all = kind === 'open' || known === null ? standing(said.alerts, alert, now) : known.all;
      const isStaffs = STAFF.has(alert.signal.level);
      const staff = known?.staff ?? (isStaffs && kind !== 'close' ? standing(said.staff, alert, now) : null);
      if (kind === 'close') {
        all.until = now;
        if (staff !== null) staff.until = now;
        open.delete(key);
      } else open.set(key, { all, staff });
    }
    for (const { learner, alerts } of messages) said.learners.push(alertOf(learner, alerts[0].signal, now));
  }
  return said;
}

/** Notes an alert that stands until it is closed, or until the end. */
function standing(
  list: Alert[],
  { learner, signal }: { learner: number; signal: Signal },
  at: number,
): Alert {
  const alert = { ...alertOf(learner, signal, at), until: Number.POSITIVE_INFINITY };
  list.push(alert);
  return alert;
}

const alertOf = (learner: number, { signal, project }: Signal, at: number): Alert => ({
  learner,
  project,
  cause: signal,
  at,
});
