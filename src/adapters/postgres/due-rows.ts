import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { DueProject } from '../../domain/due.ts';
import { missesOf } from '../../mastery/retention/next-recheck.ts';
import { pullRequests, rechecks, submissions } from './schema.ts';
import type { Rows } from './session.ts';

/** The pull request of the re-check; that of the mastery is another one. */
const own = alias(pullRequests, 'own');

const STATES = ['planting', 'offered', 'kept', 'missed', 'shown'] as const;

/** Something that is due, with the pull request by which it was mastered. */
type Due = DueProject & {
  pull: typeof pullRequests.$inferSelect;
  /** Another look is being made, or the learner has it. */
  isUnderWay: boolean;
};

/** What is due to be looked at again: of one learner, or what was missed since some time. */
export async function dueIn(rows: Rows, which: { learner: number } | { missedSince: Date }): Promise<Due[]> {
  const found = await rows
    .select({ state: rechecks.state, endedAt: rechecks.endedAt, pull: pullRequests, own })
    .from(rechecks)
    .innerJoin(submissions, eq(submissions.id, rechecks.submissionId))
    .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
    .leftJoin(own, eq(own.id, rechecks.pullRequestId))
    .where(
      and(
        inArray(rechecks.state, [...STATES]),
        'learner' in which
          ? eq(pullRequests.learnerId, which.learner)
          : sql`(${pullRequests.learnerId}, ${pullRequests.project}) in ${missedSince(rows, which.missedSince)}`,
      ),
    )
    .orderBy(asc(rechecks.id));
  const masteries = new Map<string, typeof found>();
  for (const each of found) {
    const key = `${each.pull.learnerId} ${each.pull.project}`;
    masteries.set(key, [...(masteries.get(key) ?? []), each]);
  }
  return [...masteries.values()].flatMap((past): Due[] => {
    const misses = missesOf(past);
    const missed = past.findLast(({ state }) => state === 'missed');
    if (misses === 0 || missed === undefined || missed.endedAt === null) return [];
    const open = past.findLast(({ state }) => state === 'offered')?.own ?? null;
    return [
      {
        project: missed.pull.project,
        since: missed.endedAt.getTime(),
        misses,
        waits: open?.open === true ? { owner: open.owner, repo: open.repo, number: open.number } : null,
        pull: missed.pull,
        isUnderWay: past.some(({ state }) => state === 'planting' || state === 'offered'),
      },
    ];
  });
}

/** Whose re-check of which project was missed since some time. */
function missedSince(rows: Rows, since: Date) {
  return rows
    .selectDistinct({ learnerId: pullRequests.learnerId, project: pullRequests.project })
    .from(rechecks)
    .innerJoin(submissions, eq(submissions.id, rechecks.submissionId))
    .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
    .where(and(eq(rechecks.state, 'missed'), gte(rechecks.endedAt, since)));
}

/** What is due of one learner. */
export async function dueOf(rows: Rows, learner: number): Promise<DueProject[]> {
  const due = await dueIn(rows, { learner });
  return due.map(({ project, since, misses, waits }) => ({ project, since, misses, waits }));
}
