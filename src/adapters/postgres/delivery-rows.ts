import { and, eq, getTableColumns, isNotNull, lte, ne, sql } from 'drizzle-orm';
import type { DeliveryStore } from '../../intake/delivery-store.ts';
import type { Inbox } from '../../intake/inbox.ts';
import { deliveries, lostDeliveries } from './schema.ts';
import { after, notifyWork } from './session.ts';
import type { Session } from './session.ts';
import { storableJson } from './storable-json.ts';

/** When it was to come: what had to be sent again has happened earlier, and what was said since was said after it. */
const saidAt = sql`least(${deliveries.receivedAt}, (
  select ${lostDeliveries.sentAt} from ${lostDeliveries} where ${lostDeliveries.guid} = ${deliveries.id}
))`.mapWith(deliveries.receivedAt);

/** The inbox, from both sides. */
export function deliveryRows({ rows, now }: Session): Inbox & DeliveryStore {
  const settle = (id: string, state: 'done' | 'failed', outcome: string) =>
    rows.update(deliveries).set({ state, outcome, settledAt: now() }).where(eq(deliveries.id, id));

  return {
    async insert(delivery) {
      const inserted = await rows
        .insert(deliveries)
        .values({
          id: delivery.id,
          event: delivery.event,
          action: delivery.action,
          payload: storableJson(delivery.payload),
          receivedAt: now(),
          dueAt: now(),
        })
        .onConflictDoNothing()
        .returning({ id: deliveries.id });
      // The row is in; a relay that is not told of it finds it when it looks.
      if (inserted.length > 0) await notifyWork(rows).catch(() => undefined);
      return inserted.length > 0;
    },

    async begin(id) {
      const [row] = await rows
        .update(deliveries)
        .set({ tries: sql`${deliveries.tries} + 1` })
        .where(and(eq(deliveries.id, id), eq(deliveries.state, 'waiting'), lte(deliveries.dueAt, now())))
        .returning({ ...getTableColumns(deliveries), cameAt: saidAt });
      if (row === undefined) return null;
      const { event, action, payload, tries, receivedAt, cameAt } = row;
      return {
        ...{ id, event, action, payload, tries },
        receivedAt: cameAt.getTime(),
        reachedAt: receivedAt.getTime(),
      };
    },

    async done(id, outcome) {
      await settle(id, 'done', outcome);
    },

    async fail(id, why) {
      await settle(id, 'failed', why);
    },

    async postpone(id, waitMs, why, { isTry } = { isTry: true }) {
      await rows
        .update(deliveries)
        .set({
          dueAt: after(now(), waitMs),
          handedAt: null,
          outcome: why,
          ...(!isTry && { tries: sql`${deliveries.tries} - 1` }),
        })
        .where(eq(deliveries.id, id));
    },

    async cutPayloads(olderThanMs) {
      const cut = await rows
        .update(deliveries)
        .set({ payload: null })
        .where(
          and(
            ne(deliveries.state, 'waiting'),
            lte(deliveries.receivedAt, after(now(), -olderThanMs)),
            isNotNull(deliveries.payload),
          ),
        )
        .returning({ id: deliveries.id });
      return cut.length;
    },
  };
}
