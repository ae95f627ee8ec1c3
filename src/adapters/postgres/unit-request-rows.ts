import { and, asc, eq } from 'drizzle-orm';
import type { UnitRequestStore } from '../../intake/unit-request-store.ts';
import { unitRequests } from './schema.ts';
import type { Rows, Session } from './session.ts';

/** Units that are opened to learners out of turn. */
export function unitRequestRows({ rows, now }: Session): UnitRequestStore {
  return {
    async keep({ learner, by, ...request }) {
      const kept = await rows
        .insert(unitRequests)
        .values({ learnerId: learner, byId: by.id, byLogin: by.login, ...request, at: now() })
        .onConflictDoNothing()
        .returning({ id: unitRequests.id });
      return kept.length > 0;
    },
  };
}

/** The units that a learner has asked to show at once, the oldest first. */
export async function challengesOf(rows: Rows, learner: number): Promise<string[]> {
  const asked = await rows
    .select({ unit: unitRequests.unit })
    .from(unitRequests)
    .where(and(eq(unitRequests.learnerId, learner), eq(unitRequests.kind, 'challenge')))
    .orderBy(asc(unitRequests.id));
  return [...new Set(asked.map(({ unit }) => unit))];
}
