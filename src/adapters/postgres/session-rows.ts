import { and, eq, gt, lte, sum } from 'drizzle-orm';
import { type SessionStore, WEEK_MS } from '../../review/session-store.ts';
import { sessions } from './schema.ts';
import type { Session } from './session.ts';

/** The time that staff spend with learners. */
export function sessionRows({ transaction }: Session): SessionStore {
  return {
    note: ({ learner, by, at, ...session }, most) =>
      transaction(async (tx) => {
        await tx
          .insert(sessions)
          .values({
            learnerId: learner,
            byId: by.id,
            byLogin: by.login,
            ...session,
            overCap: false,
            at: new Date(at),
          })
          .onConflictDoNothing();
        const [week] = await tx
          .select({ minutes: sum(sessions.minutes).mapWith(Number) })
          .from(sessions)
          .where(
            and(
              eq(sessions.learnerId, learner),
              gt(sessions.at, new Date(at - WEEK_MS)),
              lte(sessions.at, new Date(at)),
            ),
          );
        const minutes = week?.minutes ?? 0;
        if (minutes > most)
          await tx.update(sessions).set({ overCap: true }).where(eq(sessions.given, session.given));
        return minutes;
      }),
  };
}
