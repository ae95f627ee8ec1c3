import { eq, lte } from 'drizzle-orm';
import type { DeskStore } from '../../review/desk-store.ts';
import { pullIdOf } from './pull-id.ts';
import { isSignedSince } from './said-at.ts';
import { claims, pullRequests, snoozes, usefulness } from './schema.ts';
import type { Session } from './session.ts';

/** Who looks at what, and what is to be seen again later. */
export function deskRows({ rows, transaction, now }: Session): DeskStore {
  return {
    async claimOn(pull) {
      const pullRequestId = await pullIdOf(rows, pull);
      if (pullRequestId === null) return null;
      const [claim] = await rows.select().from(claims).where(eq(claims.pullRequestId, pullRequestId));
      return claim === undefined ? null : { id: claim.byId, login: claim.byLogin, at: claim.at.getTime() };
    },

    claim: (pull, { id, login }, saidAt) =>
      transaction(async (tx) => {
        const pullRequestId = await pullIdOf(tx, pull);
        if (pullRequestId === null) return false;
        // Whoever signs off waits here for the others.
        await tx
          .select({ id: pullRequests.id })
          .from(pullRequests)
          .where(eq(pullRequests.id, pullRequestId))
          .for('update');
        if (await isSignedSince(tx, pullRequestId, saidAt)) return true;
        const claim = { byId: id, byLogin: login, at: new Date(saidAt) };
        await tx
          .insert(claims)
          .values({ pullRequestId, ...claim })
          .onConflictDoUpdate({
            target: claims.pullRequestId,
            set: claim,
            setWhere: lte(claims.at, claim.at),
          });
        return true;
      }),

    async snooze(pull, { by, until, why, at }) {
      const pullRequestId = await pullIdOf(rows, pull);
      if (pullRequestId === null) return false;
      const snooze = { byId: by.id, byLogin: by.login, until: new Date(until), why, at: new Date(at) };
      await rows
        .insert(snoozes)
        .values({ pullRequestId, ...snooze })
        .onConflictDoUpdate({
          target: snoozes.pullRequestId,
          set: snooze,
          setWhere: lte(snoozes.at, snooze.at),
        });
      return true;
    },

    async rate(pull, { by, useful, given }) {
      const pullRequestId = await pullIdOf(rows, pull);
      if (pullRequestId === null) return false;
      await rows
        .insert(usefulness)
        .values({ pullRequestId, given, byId: by.id, byLogin: by.login, useful, at: now() })
        .onConflictDoNothing();
      return true;
    },
  };
}
