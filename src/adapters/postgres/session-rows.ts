import { and, eq, gt, sum } from 'drizzle-orm';
import { type SessionStore, WEEK_MS } from '../../review/session-store.ts';
import { sessions } from './schema.ts';
import { after } from './session.ts';
import type { Session } from './session.ts';

/** The time that staff spend with learners. */
export function sessionRows({ transaction, now }: Session): SessionStore {
  return {
    note: ({ learner, by, ...session }, most) =>
      transaction(async (tx) => {
        await tx
          .insert(sessions)
          .values({
            learnerId: learner,
            byId: by.id,
            byLogin: by.login,
            ...session,
            overCap: false,
            at: now(),
          })
          .onConflictDoNothing();
        const [week] = await tx
          .select({ minutes: sum(sessions.minutes).mapWith(Number) })
          .from(sessions)
          .where(and(eq(sessions.learnerId, learner), gt(sessions.at, after(now(), -WEEK_MS))));
        const minutes = week?.minutes ?? 0;
        if (minutes > most)
          await tx.update(sessions).set({ overCap: true }).where(eq(sessions.given, session.given));
        return minutes;
      }),
  };
}
