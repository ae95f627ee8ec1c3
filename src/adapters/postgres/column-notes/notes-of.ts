import type { Table } from 'drizzle-orm';
import type { ColumnNote } from '../privacy/note.ts';

/** A note on every column of some tables; one that is missing does not pass the type check. */
export type NotesOf<Tables extends Record<string, Table>> = {
  [Name in keyof Tables]: Record<keyof Tables[Name]['_']['columns'], ColumnNote>;
};
