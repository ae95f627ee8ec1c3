import type { ActivityEvent } from '../../src/activity/events.ts';
import type { Alert } from './evaluate/alert.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What learners do themselves; the rest is done to them or for them. */
const BY_THE_LEARNER: ReadonlySet<ActivityEvent['kind']> = new Set<ActivityEvent['kind']>([
  'pull-opened',
  'push',
  'handed-in',
  'comment',
  'appeal',
]);

/**
 * The rule that others are compared with: so many days of the calendar without a sign of the learner, while a project is open. It knows
 * of no leave, no holidays and no waiting. It speaks once for each silence, of the project that was touched last.
 *
 * @param events of one learner, the earliest first
 * @param until when the looking ends: ms since 1970
 */
export function plainAlerts(events: Iterable<ActivityEvent>, until: number, days = 14): Alert[] {
  const alerts: Alert[] = [];
  const open = new Set<string>();
  let last: { at: number; project: string } | null = null;
  let spoken = false;
  const lookUntil = (at: number) => {
    if (last === null || spoken || open.size === 0 || at - last.at < days * DAY_MS) return;
    const project = open.has(last.project) ? last.project : ([...open].at(-1) ?? last.project);
    alerts.push({ learner, project, cause: 'silence', at: last.at + days * DAY_MS });
    spoken = true;
  };
  let learner = 0;
  for (const event of events) {
    learner = event.learner;
    if (event.at >= until) break;
    if (event.kind === 'leave') continue;
    lookUntil(event.at);
    if (event.kind === 'project-opened') open.add(event.project);
    if (event.kind === 'mastered') open.delete(event.project);
    if (last === null || BY_THE_LEARNER.has(event.kind)) {
      last = { at: event.at, project: event.project };
      spoken = false;
    }
  }
  lookUntil(until);
  return alerts;
}

/** The alerts of the plain rule with as many days as let it say no more than so much in all. */
export function plainWithin(
  most: number,
  histories: readonly (readonly ActivityEvent[])[],
  until: number,
): { days: number; alerts: Alert[] } {
  for (let days = 1; ; days += 1) {
    const alerts = histories.flatMap((events) => plainAlerts(events, until, days));
    if (alerts.length <= most) return { days, alerts };
  }
}
