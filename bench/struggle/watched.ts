import type { ActivityEvent } from '../../src/activity/events.ts';
import { newWatch } from '../../src/activity/watch.ts';
import { Struggle } from '../../src/domain/course/struggle.ts';
import type { Days } from '../../src/domain/people/calendar.ts';
import type { Alert } from './evaluate/alert.ts';
import type { SimulatedCourse } from './simulator/course.ts';
import type { SimulatedLearner } from './simulator/simulate.ts';

const HOUR_MS = 60 * 60 * 1000;

/** What the signals and their rules say of learners over a term. */
export interface Said {
  /** What was opened for staff or learners. */
  alerts: ReadonlyMap<number, Alert[]>;
  /** What learners were told, one for each message. */
  messages: ReadonlyMap<number, Alert[]>;
}

/**
 * Replays what happened, and looks every few hours.
 *
 * @param term in ms since 1970
 */
export function watchTerm(
  learners: readonly SimulatedLearner[],
  {
    course,
    term,
    holidays,
    struggle = Struggle.parse({}),
    everyHours = 3,
  }: {
    course: SimulatedCourse;
    term: { from: number; until: number };
    holidays: readonly Days[];
    struggle?: Struggle;
    everyHours?: number;
  },
): Said {
  const standings = new Map(learners.map(({ id, standing }) => [id, standing]));
  const watch = newWatch({
    projects: course.units.flatMap(({ projects, effortHours, enrichment }) =>
      projects.map((slug) => ({ slug, effortHours, enrichment })),
    ),
    struggle,
    calendar: { weekend: ['saturday', 'sunday'], holidays: () => holidays },
    standingOf: (learner) => standings.get(learner),
  });
  const events: ActivityEvent[] = learners
    .flatMap((each) => each.events.filter(({ at }) => at < term.until))
    .toSorted((a, b) => a.at - b.at);
  const alerts = new Map<number, Alert[]>();
  const messages = new Map<number, Alert[]>();
  const note = (to: Map<number, Alert[]>, alert: Alert) =>
    to.set(alert.learner, [...(to.get(alert.learner) ?? []), alert]);
  let next = 0;
  for (let now = term.from; now < term.until; now += everyHours * HOUR_MS) {
    for (let event = events[next]; event !== undefined && event.at <= now; event = events[next]) {
      watch.take(event);
      next += 1;
    }
    const look = watch.look(now);
    for (const step of look.steps)
      if (step.kind === 'open' && !step.alert.isKnown)
        note(alerts, {
          learner: step.alert.learner,
          project: step.alert.signal.project,
          cause: step.alert.cause,
          at: now,
        });
    for (const {
      learner,
      alerts: [first],
    } of look.messages)
      note(messages, { learner, project: first.signal.project, cause: first.cause, at: now });
  }
  return { alerts, messages };
}
