import { eq, sql } from 'drizzle-orm';
import type { ChoreStore } from '../../intake/chore-store.ts';
import { chores } from './schema.ts';
import { after } from './session.ts';
import type { Session } from './session.ts';

export function choreRows({ rows, now }: Session): ChoreStore {
  return {
    async claim(name, everyMs) {
      // The row's lock makes those who ask at the same time wait; the first one moves `startedAt`, so the others find nothing.
      const claimed = await rows
        .insert(chores)
        .values({ name, startedAt: now() })
        .onConflictDoUpdate({
          target: chores.name,
          set: { startedAt: now(), requestedAt: null },
          setWhere: sql`${chores.startedAt} <= ${after(now(), -everyMs)} or ${chores.requestedAt} <= ${now()}`,
        })
        .returning({ name: chores.name });
      return claimed.length > 0;
    },

    async finish(name) {
      await rows.update(chores).set({ finishedAt: now() }).where(eq(chores.name, name));
    },

    async request(name, waitMs = 0) {
      // A chore that was never begun is due anyway: the distant past lets any claim through.
      await rows
        .insert(chores)
        .values({ name, startedAt: new Date(0), requestedAt: after(now(), waitMs) })
        .onConflictDoUpdate({ target: chores.name, set: { requestedAt: after(now(), waitMs) } });
    },
  };
}
