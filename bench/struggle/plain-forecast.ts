import type { ActivityEvent } from '../../src/activity/events.ts';
import type { Unit } from '../../src/domain/course/course-file.ts';
import type { Foretold } from './evaluate/forecast.ts';

/**
 * The forecast that others are compared with: as many expected hours a day as so far, from two thirds of the days that come out to one
 * and a half times as many. It knows of no leave, no weekends and no others.
 *
 * @param events of one learner, all before `at` (ms since 1970)
 * @returns null of those who have mastered nothing yet, or everything
 */
export function plainForecast(
  events: readonly ActivityEvent[],
  units: readonly Unit[],
  at: number,
): Foretold | null {
  const [first] = events.filter(({ kind }) => kind === 'project-opened');
  const mastered = new Set(events.flatMap((event) => (event.kind === 'mastered' ? event.project : [])));
  const hoursOf = (some: readonly Unit[]) => some.reduce((sum, { effortHours }) => sum + effortHours, 0);
  const isDone = ({ projects }: Unit) => projects.some((project) => mastered.has(project));
  const done = hoursOf(units.filter(isDone));
  const left = hoursOf(units.filter((unit) => !isDone(unit)));
  if (first === undefined || done === 0 || left === 0) return null;
  const rest = (left * (at - first.at)) / done;
  return { learner: first.learner, at, from: at + (2 / 3) * rest, until: at + 1.5 * rest };
}
