import { getTableColumns } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { columnNotes } from '../../../src/adapters/postgres/column-notes.ts';
import { rowOwners } from '../../../src/adapters/postgres/privacy/row-owners.ts';
import { tables } from '../../../src/adapters/postgres/privacy/tables.ts';
import * as schema from '../../../src/adapters/postgres/schema.ts';

test('every column of every table is described, and nothing else is', () => {
  const described = Object.entries(columnNotes).flatMap(([table, notes]) =>
    Object.keys(notes).map((column) => `${table}.${column}`),
  );
  const existing = Object.entries(schema).flatMap(([name, table]) =>
    Object.keys(getTableColumns(table)).map((column) => `${name}.${column}`),
  );
  expect(described.toSorted()).toEqual(existing.toSorted());
});

test('every row of a table that knows people belongs to somebody, and every number of others is in the same row', () => {
  for (const { name, columns } of tables) {
    for (const [key, { column, note }] of columns) {
      const { whose, isName, isFreeText } = note;
      if (whose === 'owner') expect.soft(rowOwners[name], `${name}.${key}`).not.toBe('nobody');
      // Cutting it leaves nothing behind, which the database must bear.
      if (whose === 'anybody') expect.soft(column.notNull, `${name}.${key}`).toBe(false);
      if (isName ?? isFreeText ?? false) expect.soft(column.columnType, `${name}.${key}`).toBe('PgText');
      if (typeof whose !== 'object') continue;
      expect.soft([...columns.keys()], `${name}.${key}`).toContain(whose.numberedBy);
      if (whose.then === 'nothing') expect.soft(column.notNull, `${name}.${key}`).toBe(false);
    }
  }
});

test('who the learner is and what the marking found are personal', () => {
  expect(rowOwners.pullRequests).toMatchObject({ number: 'learnerId' });
  expect(columnNotes.pullRequests.learnerLogin.whose).toBe('owner');
  expect(columnNotes.deliveries.payload.whose).toBe('anybody');
  expect(columnNotes.runs.marking.whose).toBe('owner');
  expect(columnNotes.signOffs.byId.whose).toMatchObject({ numberedBy: 'byId' });
});
