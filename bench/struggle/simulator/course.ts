import type { Unit } from '../../../src/domain/course/course-file.ts';
import { draw } from './distribution.ts';
import type { CourseParameters } from './parameters.ts';
import { between, chance, randomFor } from './random.ts';

export interface SimulatedCriterion {
  id: string;
  essential: boolean;
  /** Of the project's hours; the shares of all criteria add up to 1. */
  share: number;
  /** How hard it is to understand, in standard deviations of ability. */
  difficulty: number;
}

export interface SimulatedProject {
  slug: string;
  /** That it takes the middle learner. */
  hours: number;
  criteria: readonly SimulatedCriterion[];
  /** A person has the last word. */
  isReviewed: boolean;
  /** Projects that come first. */
  needs: readonly string[];
}

export interface SimulatedCourse {
  projects: readonly SimulatedProject[];
  /** As the course file has them, with what the author expects; each unit has the one project that it is named after. */
  units: readonly Unit[];
}

/** Makes a course: a graph in which the later projects are no easier than the first. */
export function makeCourse(parameters: CourseParameters, seed: number): SimulatedCourse {
  const random = randomFor('course', seed, 0);
  const slugs = Array.from({ length: parameters.projects }, (_, at) => `project-${at + 1}`);
  const projects = slugs.map((slug, at): SimulatedProject => {
    const weights = Array.from(
      { length: between(random, parameters.criteria.least, parameters.criteria.most) },
      () => 0.5 + random.next(),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const earliest = Math.max(0, at - parameters.branching);
    return {
      slug,
      hours: draw(random, parameters.hours) * (0.7 + (0.6 * at) / parameters.projects),
      criteria: weights.map((weight, number) => ({
        id: `criterion-${number + 1}`,
        essential: number === 0 || chance(random, parameters.essentialShare),
        share: weight / total,
        difficulty: 1.2 * (random.next() - 0.5) + (0.6 * at) / parameters.projects,
      })),
      isReviewed: at >= parameters.reviewedFrom * parameters.projects,
      needs: at === 0 ? [] : [slugs[between(random, earliest, at - 1)] ?? slug],
    };
  });
  return {
    projects,
    units: projects.map(({ slug, needs, hours }) => ({
      id: slug,
      title: slug,
      needs: [...needs],
      enrichment: false,
      effortHours: Math.max(1, Math.round(hours * draw(random, parameters.authorsGuess))),
      projects: [slug],
    })),
  };
}
