import { eq } from 'drizzle-orm';
import type { DeskStore } from '../../review/desk-store.ts';
import { pullIdOf } from './pull-id.ts';
import { claims, snoozes, usefulness } from './schema.ts';
import type { Session } from './session.ts';

/** Who looks at what, and what is to be seen again later. */
export function deskRows({ rows, now }: Session): DeskStore {
  return {
    async claimOn(pull) {
      const pullRequestId = await pullIdOf(rows, pull);
      if (pullRequestId === null) return null;
      const [claim] = await rows.select().from(claims).where(eq(claims.pullRequestId, pullRequestId));
      return claim === undefined ? null : { id: claim.byId, login: claim.byLogin, at: claim.at.getTime() };
    },

    async claim(pull, { id, login }) {
      const pullRequestId = await pullIdOf(rows, pull);
      if (pullRequestId === null) return false;
      const claim = { byId: id, byLogin: login, at: now() };
      await rows
        .insert(claims)
        .values({ pullRequestId, ...claim })
        .onConflictDoUpdate({ target: claims.pullRequestId, set: claim });
      return true;
    },

    async snooze(pull, { by, until, why }) {
      const pullRequestId = await pullIdOf(rows, pull);
      if (pullRequestId === null) return false;
      const snooze = { byId: by.id, byLogin: by.login, until: new Date(until), why, at: now() };
      await rows
        .insert(snoozes)
        .values({ pullRequestId, ...snooze })
        .onConflictDoUpdate({ target: snoozes.pullRequestId, set: snooze });
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
