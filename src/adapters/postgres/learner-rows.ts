import { desc, eq, sql } from 'drizzle-orm';
import type { LearnerStore } from '../../record/learner-store.ts';
import { dueOf } from './due-rows.ts';
import { progressOf } from './learner-progress.ts';
import { pullRequests } from './schema.ts';
import type { Session } from './session.ts';
import { challengesOf } from './unit-request-rows.ts';

/** What is kept of learners. A login that was renamed and taken by somebody else is whose it was last. */
export function learnerRows({ rows }: Session): LearnerStore {
  return {
    async byLogin(login) {
      const [found] = await rows
        .select({ id: pullRequests.learnerId, login: pullRequests.learnerLogin })
        .from(pullRequests)
        .where(eq(sql`lower(${pullRequests.learnerLogin})`, login.toLowerCase()))
        .orderBy(desc(pullRequests.seenAt))
        .limit(1);
      return found ?? null;
    },
    progress: (id) => progressOf(rows, id),
    due: (id) => dueOf(rows, id),
    challenged: (id) => challengesOf(rows, id),
  };
}
