import type { ActivityEvent } from '../../src/activity/events.ts';
import { newWatch, type Look, type Watch } from '../../src/activity/watch.ts';
import { Struggle } from '../../src/domain/course/struggle.ts';
import type { SchoolCalendar } from '../../src/domain/people/school-calendar.ts';

/** An event without whose it is and when. */
export type Told = ActivityEvent extends infer E
  ? E extends ActivityEvent
    ? Omit<E, 'learner' | 'project' | 'at'>
    : never
  : never;

export const LEARNER = 1;
export const SCHOOL: SchoolCalendar = { weekend: ['saturday', 'sunday'], holidays: () => [] };
const DAY_MS = 24 * 3_600_000;

/** 2026-09-01 is a Tuesday. */
export const at = (time: string): number => Date.parse(`2026-${time}Z`);

export const event = (told: Told, time: number, project = 'a', learner = LEARNER): ActivityEvent =>
  ({ ...told, learner, project, at: time }) as ActivityEvent;

export const push: Told = { kind: 'push', commits: 1 };

/** An attempt that is not yet anything. */
export const missed = (failures: string[] = ['x'], met: string[] = []): Told => ({
  kind: 'assessed',
  decision: 'not-yet',
  criteria: ['x', 'y', 'z'].map((id) => ({ id, essential: true, met: met.includes(id) })),
  failures,
});

/** A push each morning of the school's days, from a day on. */
export function pushesDaily(
  from: string,
  days: number,
  { project = 'a', learner = LEARNER } = {},
): ActivityEvent[] {
  const start = at(`${from}T09:00`);
  return Array.from({ length: days }, (_, day) => start + day * DAY_MS)
    .filter((time) => ![0, 6].includes(new Date(time).getUTCDay()))
    .map((time) => event(push, time, project, learner));
}

interface Replayed {
  watch: Watch;
  looks: ({ now: number } & Look)[];
}

/** Hands a watch what happened, and looks each hour until a time. */
export function replayed(
  events: readonly ActivityEvent[],
  until: number,
  {
    struggle = {},
    calendar = SCHOOL,
    everyHours = 1,
  }: { struggle?: object; calendar?: SchoolCalendar; everyHours?: number } = {},
): Replayed {
  const watch = newWatch({
    projects: ['a', 'b', 'c'].map((slug) => ({ slug, effortHours: 12, enrichment: slug === 'c' })),
    struggle: Struggle.parse(struggle),
    calendar,
    standingOf: (learner) => (learner === 99 ? undefined : { timeZone: 'UTC', leave: [], cohort: null }),
  });
  const sorted = events.toSorted((a, b) => a.at - b.at);
  const looks: Replayed['looks'] = [];
  let next = 0;
  for (let now = sorted[0]?.at ?? until; now <= until; now += everyHours * 3_600_000) {
    for (let one = sorted[next]; one !== undefined && one.at <= now; one = sorted[next]) {
      watch.take(one);
      next += 1;
    }
    looks.push({ now, ...watch.look(now) });
  }
  return { watch, looks };
}

/** What was opened and closed, and what was said, as lines. */
export const lines = ({ looks }: Replayed): string[] =>
  looks.flatMap(({ now, steps, messages }) => {
    const time = new Date(now).toISOString().slice(5, 16);
    return [
      ...steps.map((step) =>
        [
          time,
          step.kind,
          step.alert.cause,
          step.alert.signal.level,
          ...(step.kind === 'close' ? [step.because] : []),
          ...(step.kind === 'open' && step.alert.isKnown ? ['known'] : []),
        ].join(' '),
      ),
      ...messages.map(({ alerts }) => `${time} say ${alerts.map(({ cause }) => cause).join(', ')}`),
    ];
  });
