import { asc, gte, sql } from 'drizzle-orm';
import type { Days } from '../../domain/people/calendar.ts';
import { lastTold } from '../../domain/people/leave.ts';
import type { LeaveStore } from '../../intake/leave-store.ts';
import { leaves } from './schema.ts';
import { after } from './session.ts';
import type { Session } from './session.ts';

/** What is over everywhere on earth is of no more use here. */
const OVER_MS = 2 * 24 * 60 * 60 * 1000;

/** The comment in which leave was told, without the place in it. */
const comment = sql`split_part(${leaves.given}, '/', 1)`;

/** Leave that people tell of. */
export function leaveRows({ rows, now }: Session): LeaveStore {
  return {
    async tell({ person, days, by, given, at }) {
      await rows
        .insert(leaves)
        .values({ personId: person, ...days, given, byId: by.id, byLogin: by.login, at: new Date(at) })
        .onConflictDoNothing();
    },

    async told() {
      const found = await rows
        .select({ person: leaves.personId, from: leaves.from, to: leaves.to })
        .from(leaves)
        .where(gte(leaves.to, sql`to_char(${after(now(), -OVER_MS)}, 'YYYY-MM-DD')`))
        // GitHub tells whole seconds; within one its numbers, which grow, tell which came first, and within a comment the places.
        .orderBy(asc(leaves.at), sql`length(${comment})`, asc(comment), asc(leaves.given));
      const people = new Map<number, Days[]>();
      for (const { person, ...days } of found) people.set(person, [...(people.get(person) ?? []), days]);
      return new Map([...people].map(([person, days]) => [person, lastTold(days)]));
    },
  };
}
