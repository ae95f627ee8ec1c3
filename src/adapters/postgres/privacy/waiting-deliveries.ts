import { and, eq, or, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { withoutPerson } from '../../../intake/without-person.ts';
import { deliveries, pullRequests } from '../schema.ts';
import type { Rows, Session } from '../session.ts';
import { isNamedIn, textWithoutNames, type Marks } from './marks.ts';
import { withoutNameIn, type Naming } from './place-name.ts';

const waits = eq(deliveries.state, 'waiting');

/** Whether a column holds the payload of a delivery that intake has not read yet: what others have said must still be heard. */
export const isUnread = (column: PgColumn): SQL =>
  column === deliveries.payload ? sql`${waits}` : sql`false`;

/**
 * Takes a person out of deliveries that wait to be read. What others have said stays, without the person's names; what they said
 * themselves, and what is about their own work, is dropped.
 *
 * @returns how many deliveries were changed
 */
export async function takeOutOfWaiting(
  rows: Rows,
  { marks, naming, nobody }: { marks: Marks; naming: Naming; nobody: string },
  now: Session['now'],
): Promise<number> {
  const { payload, outcome } = deliveries;
  const found = await rows
    .select({ id: deliveries.id, event: deliveries.event, action: deliveries.action, payload })
    .from(deliveries)
    .where(and(waits, or(isNamedIn(payload, marks), isNamedIn(outcome, marks))))
    .for('update');
  if (found.length === 0) return 0;
  const own = await rows
    .select({ repositoryId: pullRequests.repositoryId, number: pullRequests.number })
    .from(pullRequests)
    .where(eq(pullRequests.learnerId, marks.id));
  const opened = new Set(own.map(({ repositoryId, number }) => `${repositoryId}/${number}`));
  const names = new Set(marks.names.map((name) => name.toLowerCase()));
  const person = {
    id: marks.id,
    hasOpened: (repositoryId: number, number: number) => opened.has(`${repositoryId}/${number}`),
    withoutNames: (text: string) => textWithoutNames(text, marks),
    isNamedIn: ({ owner, repo }: { owner: string; repo: string }) =>
      names.has(owner.toLowerCase()) || withoutNameIn(repo, null, naming, nobody) !== repo,
  };
  for (const delivery of found) {
    const left = withoutPerson(delivery, person);
    await rows
      .update(deliveries)
      .set(
        left === null
          ? { payload: null, state: 'done', outcome: 'whom it was about was erased', settledAt: now() }
          : { payload: left, outcome: null },
      )
      .where(eq(deliveries.id, delivery.id));
  }
  return found.length;
}
