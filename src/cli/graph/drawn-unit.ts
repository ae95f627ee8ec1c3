import type { UnitStanding, UnitState } from '../../mastery/graph/standing.ts';

/** A unit as it is drawn; without a learner it has no state. */
export interface DrawnUnit extends Pick<UnitStanding, 'unit'> {
  state: UnitState | null;
  /** Of a unit that waits: the ids of the units that come first and are not mastered. */
  waitsFor: readonly string[];
  /** Of a mastered unit: it is due to be looked at again. */
  due?: boolean;
}

/** Of a unit whose last look, some weeks later, was missed. */
export const DUE = 'due for another look';

/** What a unit's box says: its title, its projects, and how much work it is. */
export function labelOf({ unit, due = false }: DrawnUnit): string[] {
  const { title, projects, effortHours, enrichment } = unit;
  const hours = `about ${effortHours} ${effortHours === 1 ? 'hour' : 'hours'}`;
  const lines = [title, projects.join(' or '), enrichment ? `${hours}, optional` : hours];
  return due ? [...lines, DUE] : lines;
}

/** Fill and line of a box, readable in light and dark and without colours: what is mastered has a thick line, what waits a dashed one. */
export const LOOKS: Record<UnitState, { fill: string; line: string; style: 'thick' | 'plain' | 'dashed' }> = {
  mastered: { fill: '#d2f0d8', line: '#1a7f37', style: 'thick' },
  open: { fill: '#ddf0ff', line: '#0969da', style: 'plain' },
  waiting: { fill: '#f2f2f2', line: '#6e7781', style: 'dashed' },
};
