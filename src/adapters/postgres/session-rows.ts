import { and, eq, gt, lt, lte, or, sum } from 'drizzle-orm';
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
        const [kept] = await tx
          .select({ id: sessions.id })
          .from(sessions)
          .where(eq(sessions.given, session.given));
        const [week] = await tx
          .select({ minutes: sum(sessions.minutes).mapWith(Number) })
          .from(sessions)
          .where(
            and(
              eq(sessions.learnerId, learner),
              gt(sessions.at, new Date(at - WEEK_MS)),
              // Of one comment, those above it: told once more, it comes to the same.
              or(
                lt(sessions.at, new Date(at)),
                and(eq(sessions.at, new Date(at)), lte(sessions.id, kept?.id ?? 0)),
              ),
            ),
          );
        const minutes = week?.minutes ?? 0;
        if (minutes > most)
          await tx.update(sessions).set({ overCap: true }).where(eq(sessions.given, session.given));
        return minutes;
      }),
  };
}
