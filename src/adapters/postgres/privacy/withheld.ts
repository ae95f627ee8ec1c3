import { maySee, type Part } from '../../../domain/people/rights.ts';
import type { ColumnNote } from './note.ts';
import { rowOwners } from './row-owners.ts';
import type { DeclaredTable } from './tables.ts';

type Row = Record<string, unknown>;

const LEARNER: ReadonlySet<Part> = new Set(['learner']);

/** Splits somebody's own rows of a table into what they may see and what the table of rights, or its time, denies them. */
export function splitByRights(table: DeclaredTable, rows: readonly Row[]): { shown: Row[]; withheld: Row[] } {
  const owner = rowOwners[table.name];
  if (owner !== 'nobody' && owner.seenAs !== undefined && !maySee(owner.seenAs, LEARNER))
    return { shown: [], withheld: [...rows] };
  const shown: Row[] = [];
  const withheld: Row[] = [];
  for (const row of rows) {
    const isDenied = (key: string) => isWithheld(table.columns.get(key)?.note, row);
    const entries = Object.entries(row);
    shown.push(Object.fromEntries(entries.filter(([key]) => !isDenied(key))));
    const denied = entries.filter(([key, value]) => value !== null && isDenied(key));
    if (denied.length > 0) withheld.push({ id: row['id'], ...Object.fromEntries(denied) });
  }
  return { shown, withheld };
}

function isWithheld(note: ColumnNote | undefined, row: Row): boolean {
  if (note?.seenAs !== undefined && !maySee(note.seenAs, LEARNER)) return true;
  return note?.hiddenUntil !== undefined && row[note.hiddenUntil] === null;
}
