import type { Unit } from '../../domain/course/course-file.ts';
import type { Progress } from '../../domain/progress.ts';

/** `open`: everything that it needs is mastered, or the learner shows it out of turn. `waiting`: something that comes first is not. */
export type UnitState = 'mastered' | 'open' | 'waiting';

/** How a unit stands for one learner. */
export interface UnitStanding {
  unit: Unit;
  state: UnitState;
  /** The ids of the units that come first and are not mastered. */
  needs: string[];
}

/**
 * How each unit stands for a learner, in the course's order. A unit is mastered with any of its projects: they show the same skills.
 * Whoever has mastered a unit that others come before of has shown it, so it stays mastered whatever stands before it.
 *
 * @param challenged the ids of units that are open to them at once, as they say that they know them already
 */
export function standingsOf(
  units: readonly Unit[],
  progress: Progress,
  challenged: readonly string[] = [],
): UnitStanding[] {
  const mastered = masteredUnits(units, progress);
  return units.map((unit) => {
    const needs = unit.needs.filter((need) => !mastered.has(need));
    if (mastered.has(unit.id)) return { unit, state: 'mastered', needs: [] };
    if (needs.length === 0 || challenged.includes(unit.id)) return { unit, state: 'open', needs: [] };
    return { unit, state: 'waiting', needs };
  });
}

/** The ids of the units that a learner has mastered. */
function masteredUnits(units: readonly Unit[], progress: Progress): Set<string> {
  const projects = new Set(
    progress.filter(({ decision }) => decision === 'mastered').map(({ project }) => project),
  );
  return new Set(
    units.filter((unit) => unit.projects.some((slug) => projects.has(slug))).map(({ id }) => id),
  );
}
