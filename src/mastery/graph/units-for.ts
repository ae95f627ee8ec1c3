import type { Course } from '../../domain/course/project.ts';
import type { Progress } from '../../domain/progress.ts';
import type { UnitForLearner } from '../../domain/unit-for-learner.ts';
import { projectOf, wornOutProjects } from './parallel-projects.ts';
import { standingsOf } from './standing.ts';

/** The course's units as they stand for a learner, in the course's order, each with the project that they would get now. */
export function unitsFor(
  { units, projects }: Pick<Course, 'units' | 'projects'>,
  learner: number,
  progress: Progress,
  challenged: readonly string[],
): UnitForLearner[] {
  const mastered = progress.flatMap(({ project, decision }) => (decision === 'mastered' ? [project] : []));
  return standingsOf(units, progress, challenged).flatMap(({ unit, state }) => {
    // Whoever shows a unit once more does it in another story, where the unit has one.
    const slug = projectOf(unit, learner, state === 'mastered' ? mastered : wornOutProjects(progress));
    if (slug === null) return [];
    return [{ unit, state, project: { slug, title: projects.get(slug)?.rubric.title ?? slug } }];
  });
}
