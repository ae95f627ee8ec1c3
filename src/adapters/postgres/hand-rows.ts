import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { HandStore } from '../../marking/hand-store.ts';
import { activePhases } from '../../domain/run.ts';
import { deliveries, runs } from './schema.ts';
import { after } from './session.ts';
import type { Session } from './session.ts';

/** What could be worked on now. Level-triggered: it looks at what is, whatever was handed on before. */
export function handRows({ rows, now }: Session): Pick<HandStore, 'toHand' | 'handed'> {
  return {
    async toHand({ againAfterMs, announceAfterMs, limit }) {
      const forgotten = after(now(), -againAfterMs);
      const waiting = await rows
        .select({ id: deliveries.id })
        .from(deliveries)
        .where(
          and(
            eq(deliveries.state, 'waiting'),
            lte(deliveries.dueAt, now()),
            or(isNull(deliveries.handedAt), lte(deliveries.handedAt, forgotten)),
          ),
        )
        .orderBy(asc(deliveries.dueAt))
        .limit(limit);
      const takeable = await rows
        .select({ id: runs.id, tries: runs.tries, publishTries: runs.publishTries })
        .from(runs)
        .where(
          and(
            inArray(runs.phase, [...activePhases]),
            // A running run is not taken over when it is due, but when its lease has run out.
            or(eq(runs.phase, 'running'), lte(runs.dueAt, now())),
            or(isNull(runs.leaseToken), lte(runs.leaseExpiresAt, now())),
            or(isNull(runs.handedAt), lte(runs.handedAt, forgotten)),
          ),
        )
        .orderBy(asc(runs.id))
        .limit(limit);
      const untold = await rows
        .select({ id: runs.id })
        .from(runs)
        .where(
          and(
            eq(runs.phase, 'queued'),
            eq(runs.tries, 0),
            isNull(runs.announcedAt),
            lte(runs.queuedAt, after(now(), -announceAfterMs)),
          ),
        )
        .orderBy(asc(runs.id))
        .limit(limit);
      return {
        deliveries: waiting.map((row) => row.id),
        runs: takeable,
        announcements: untold.map((row) => row.id),
      };
    },

    async handed(work) {
      if (work.deliveries.length > 0) {
        await rows.update(deliveries).set({ handedAt: now() }).where(inArray(deliveries.id, work.deliveries));
      }
      if (work.runs.length > 0) {
        // Only where nobody has taken it since: taking a run clears the mark, and it must stay clear.
        const handed = sql.join(
          work.runs.map(({ id, tries, publishTries }) => sql`(${id}, ${tries}, ${publishTries})`),
          sql`, `,
        );
        await rows
          .update(runs)
          .set({ handedAt: now() })
          .where(
            and(
              sql`(${runs.id}, ${runs.tries}, ${runs.publishTries}) in (${handed})`,
              or(isNull(runs.leaseToken), lte(runs.leaseExpiresAt, now())),
            ),
          );
      }
    },
  };
}
