import { bigint, timestamp } from 'drizzle-orm/pg-core';

/** Our own number of a row. */
export const id = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();

/** GitHub's number of something. */
export const github = () => bigint({ mode: 'number' });

export const at = () => timestamp({ withTimezone: true, mode: 'date' });
