import { getTableColumns } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { columnNotes } from '../../../src/adapters/postgres/column-notes.ts';
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

test('who the learner is and what the marking found are marked as personal', () => {
  expect(columnNotes.pullRequests.learnerId.personal).toBe(true);
  expect(columnNotes.pullRequests.learnerLogin.personal).toBe(true);
  expect(columnNotes.deliveries.payload.personal).toBe(true);
  expect(columnNotes.runs.marking.personal).toBe(true);
});
