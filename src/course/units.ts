import type { CourseFile, Unit } from '../domain/course/course-file.ts';
import { cyclesOf } from './cycles.ts';
import type { Remark } from './finding.ts';
import { repeated } from './repeated.ts';

/** What the schema cannot say of the units: they are told apart, they need only what exists, and nothing goes in circles. */
export function checkUnits({ units }: CourseFile): Remark[] {
  return [
    ...repeated(
      units.map(({ id }, index) => ({ name: id, path: ['units', index, 'id'] })),
      'unit',
    ),
    ...repeated(
      units.flatMap(({ projects }, index) =>
        projects.map((name, place) => ({ name, path: ['units', index, 'projects', place] })),
      ),
      'project',
    ),
    ...units.flatMap(({ needs }, index) =>
      repeated(
        needs.map((name, place) => ({ name, path: ['units', index, 'needs', place] })),
        'unit',
      ),
    ),
    ...units.flatMap((unit, index) => checkNeeds(unit, index, units)),
    ...checkCycles(units),
  ];
}

function checkNeeds(unit: Unit, index: number, units: readonly Unit[]): Remark[] {
  return unit.needs.flatMap((need, place): Remark[] => {
    const path = ['units', index, 'needs', place];
    const needed = units.find(({ id }) => id === need);
    if (needed === undefined)
      return [
        {
          level: 'error',
          path,
          message: `the unit "${unit.id}" needs a unit that does not exist`,
          found: `"${need}"`,
          expected: `one of ${units.map(({ id }) => id).join(', ')}`,
        },
      ];
    if (needed.enrichment && !unit.enrichment)
      return [
        {
          level: 'error',
          path,
          message: `the unit "${unit.id}" needs "${need}", which is enrichment: enrichment is optional and blocks nobody`,
        },
      ];
    return [];
  });
}

function checkCycles(units: readonly Unit[]): Remark[] {
  // Of two units of one id, which is a mistake of its own, the first counts.
  const first = units.filter(({ id }, index) => units.findIndex((other) => other.id === id) === index);
  const needs = new Map(first.map((unit) => [unit.id, unit.needs]));
  return cyclesOf(needs).map((cycle) => ({
    level: 'error',
    path: ['units', units.findIndex(({ id }) => id === cycle[0]), 'needs'],
    message: 'these units need each other in a circle, so nobody could begin',
    found: [...cycle, cycle[0]].join(' -> '),
  }));
}
