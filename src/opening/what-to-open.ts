import type { UnitForLearner } from '../domain/unit-for-learner.ts';
import type { WantedOpening } from './opening-store.ts';

/**
 * The repositories that a learner gets by themselves now: one for each unit that is open to them. Enrichment is asked for, as it is nobody's
 * duty; who works on another of a unit's projects already gets no second one.
 *
 * @param has projects that the learner has a repository for, or has handed in
 */
export function whatToOpen(
  learner: number,
  units: readonly UnitForLearner[],
  has: ReadonlySet<string>,
): WantedOpening[] {
  return units
    .filter(({ unit, state }) => state === 'open' && !unit.enrichment)
    .filter(({ unit }) => !unit.projects.some((slug) => has.has(slug)))
    .map(({ unit, project }) => ({ learner, unit: unit.id, project: project.slug }));
}
