import type { UnitForLearner } from '../domain/unit-for-learner.ts';
import type { WantedOpening } from './opening-store.ts';

/**
 * The repositories that a learner gets by themselves now: one for each unit that is open to them. Enrichment is asked for, as it is nobody's
 * duty; who works on another of a unit's projects already gets no second one, unless that one is of no help to them any more.
 *
 * @param has projects that the learner has a repository for, or has handed in
 * @param wornOut those of them that they have missed again and again (`wornOutProjects`)
 */
export function whatToOpen(
  learner: number,
  units: readonly UnitForLearner[],
  has: ReadonlySet<string>,
  wornOut: readonly string[] = [],
): WantedOpening[] {
  return units
    .filter(({ unit, state }) => state === 'open' && !unit.enrichment)
    .filter(({ project }) => !has.has(project.slug))
    .filter(({ unit }) => !unit.projects.some((slug) => has.has(slug) && !wornOut.includes(slug)))
    .map(({ unit, project }) => ({ learner, unit: unit.id, project: project.slug }));
}
