import Table from 'cli-table3';
import { createColors } from 'picocolors';
import { visibleLine } from '../../domain/visible-text.ts';
import type { Terminal } from '../terminal.ts';
import { DUE, type DrawnUnit } from './drawn-unit.ts';

/** The graph as a table, in the course's order. */
export function tableOf(units: readonly DrawnUnit[], terminal: Terminal): string {
  const colors = createColors(terminal.outIsTerminal);
  const paint = { mastered: colors.green, open: colors.cyan, waiting: colors.dim };
  const ofLearner = units.some(({ state }) => state !== null);
  const table = new Table({
    head: ['unit', 'comes after', 'hours', 'projects', ...(ofLearner ? ['now'] : [])],
    style: { head: [], border: [] },
  });
  for (const { unit, state, waitsFor, due = false } of units) {
    const now = state === 'waiting' ? `waits for ${waitsFor.join(', ')}` : (state ?? '');
    const what = due ? `${now}, ${DUE}` : now;
    table.push([
      `${visibleLine(unit.title)}\n${unit.id}${unit.enrichment ? ' (enrichment)' : ''}`,
      unit.needs.join('\n'),
      unit.effortHours,
      unit.projects.join('\n'),
      ...(ofLearner ? [state === null ? what : paint[state](what)] : []),
    ]);
  }
  return `${table.toString()}\n`;
}
