import { and, asc, eq, gt, lte, notExists, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { LogPlace, LostDeliveries } from '../../intake/lost/lost-store.ts';
import { chores, deliveries, lostDeliveries } from './schema.ts';
import { after } from './session.ts';
import type { Session } from './session.ts';

/** The round that reads the log, under whose name its place is kept. */
const ROUND = 'deliveries';

const Place = z.object({
  doneUntil: z.number().nullable(),
  reading: z.object({ from: z.string(), until: z.number() }).nullable(),
});

const NOWHERE: LogPlace = { doneUntil: null, reading: null };

/** Deliveries that GitHub has sent, and that are not in the inbox. */
export function lostRows({ rows, now }: Session): LostDeliveries {
  const came = rows
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(eq(deliveries.id, lostDeliveries.guid));
  return {
    async place() {
      const [row] = await rows.select({ place: chores.place }).from(chores).where(eq(chores.name, ROUND));
      return Place.nullish().parse(row?.place) ?? NOWHERE;
    },

    async moveTo(place) {
      await rows
        .insert(chores)
        .values({ name: ROUND, startedAt: now(), place })
        .onConflictDoUpdate({ target: chores.name, set: { place } });
    },

    async note(sent) {
      if (sent.length === 0) return 0;
      const tried = JSON.stringify(
        sent.map(({ id, guid, sentAt }) => ({ id, guid, sentAt: new Date(sentAt).toISOString() })),
      );
      const noted = await rows
        .insert(lostDeliveries)
        .select(
          sql`select distinct on (tried.guid) tried.guid, tried.id, tried."sentAt", 0, ${now()}
            from jsonb_to_recordset(${tried}::jsonb) as tried(id bigint, guid text, "sentAt" timestamptz)
            where not exists (select 1 from ${deliveries} where ${deliveries.id} = tried.guid)
            order by tried.guid, tried."sentAt"`,
        )
        .onConflictDoNothing()
        .returning({ guid: lostDeliveries.guid });
      return noted.length;
    },

    async due(withinMs, limit) {
      const found = await rows
        .select()
        .from(lostDeliveries)
        .where(
          and(
            lte(lostDeliveries.dueAt, now()),
            gt(lostDeliveries.sentAt, after(now(), -withinMs)),
            notExists(came),
          ),
        )
        .orderBy(asc(lostDeliveries.sentAt), asc(lostDeliveries.guid))
        .limit(limit);
      return found.map(({ logId: id, guid, tries }) => ({ id, guid, tries }));
    },

    async asked(guid, againMs) {
      await rows
        .update(lostDeliveries)
        .set({ tries: sql`${lostDeliveries.tries} + 1`, dueAt: after(now(), againMs) })
        .where(eq(lostDeliveries.guid, guid));
    },

    async giveUp(guid) {
      await rows.delete(lostDeliveries).where(eq(lostDeliveries.guid, guid));
    },

    async forget(olderThanMs) {
      await rows.delete(lostDeliveries).where(lte(lostDeliveries.sentAt, after(now(), -olderThanMs)));
    },
  };
}
