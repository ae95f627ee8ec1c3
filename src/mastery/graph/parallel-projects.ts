import type { Unit } from '../../domain/course/course-file.ts';
import type { Progress } from '../../domain/progress.ts';
import { drawn } from '../../domain/drawn.ts';

/** Misses of a project that staff were called for, after which another project may do better: one with their help, and one more. */
const MISSES_WITH_STAFF = 2;

/**
 * Which of a unit's projects a learner gets: as good as drawn by lot, and the same one whenever it is asked for. Projects that are
 * `wornOut` for the learner are passed over; when all are, it stays with the last one, and what to do is for staff to say.
 */
export function projectOf(
  { id, projects }: Pick<Unit, 'id' | 'projects'>,
  learner: number,
  wornOut: readonly string[] = [],
): string | null {
  const start = drawn('project', id, learner) % projects.length;
  const inTurn = [...projects.slice(start), ...projects.slice(0, start)];
  return inTurn.find((slug) => !wornOut.includes(slug)) ?? inTurn.at(-1) ?? null;
}

/**
 * The projects that a learner has missed again and again: staff were called, so no corrective is left, and it was missed
 * `MISSES_WITH_STAFF` times from then on. The same skills in another story are then worth more than the same once more.
 *
 * @param attempts the learner's attempts at the unit's projects, the oldest first
 */
export function wornOutProjects(attempts: Progress): string[] {
  return [...new Set(attempts.map(({ project }) => project))].filter((slug) => {
    const misses = attempts.filter(({ project, decision }) => project === slug && decision === 'not-yet');
    const called = misses.findIndex(({ callsStaff }) => callsStaff);
    const mastered = attempts.some(({ project, decision }) => project === slug && decision === 'mastered');
    return !mastered && called !== -1 && misses.length - called >= MISSES_WITH_STAFF;
  });
}
