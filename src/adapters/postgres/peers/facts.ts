import { and, asc, desc, eq, gt, inArray, isNotNull, notInArray, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { DecisionName } from '../../../domain/course/decision.ts';
import { StageId } from '../../../domain/course/stage.ts';
import { StageResult } from '../../../domain/results.ts';
import { PAIRS_MS } from '../../../review/peers/choose.ts';
import type { PeerFacts, PullKey } from '../../../review/peers/peer-store.ts';
import type { PastRequest } from '../../../review/peers/request.ts';
import { type KeptWork, workOf } from '../../../review/peers/work.ts';
import { peerRequests, pullRequests, reviews, runs, signOffs, submissions } from '../schema.ts';
import { saidFirst } from '../said-at.ts';
import { after } from '../session.ts';
import type { Rows, Session } from '../session.ts';
import { countedAttempts, toldAttempts } from '../told-attempts.ts';

const Told = z.object({
  decision: DecisionName.nullable(),
  stages: z.array(z.object({ id: StageId, status: StageResult.shape.status, met: z.boolean() })),
});

export const UNSETTLED = ['planned', 'open'] as const;

export const isPull = ({ repositoryId, number }: PullKey) =>
  and(eq(pullRequests.repositoryId, repositoryId), eq(pullRequests.number, number));

type PullRow = typeof pullRequests.$inferSelect;

/** What is kept of a pull request and of everybody's requests. */
export async function factsOf(rows: Rows, row: PullRow, now: Session['now']): Promise<PeerFacts> {
  const [time] = await rows
    .select({ now: sql`${now()}`.mapWith(pullRequests.seenAt) })
    .from(pullRequests)
    .where(eq(pullRequests.id, row.id));
  const requests = await rows
    .select()
    .from(peerRequests)
    .where(eq(peerRequests.pullRequestId, row.id))
    .orderBy(asc(peerRequests.id));
  const signed = await signedOf(rows, row);
  return {
    pull: row.id,
    project: row.project,
    author: row.learnerId,
    headSha: row.headSha,
    headIsReviewed: await isReviewed(rows, row),
    now: time?.now.getTime() ?? 0,
    work: workOf({ open: row.open, draft: row.draft, ...signed, told: await toldOf(rows, row) }),
    notYetAt: latest(signed.notYetAt, await unreadyAt(rows, row)),
    requests: requests.map(({ id, peerId, round, state, askedAt }) => ({
      id,
      peer: peerId,
      round,
      state,
      askedAt: askedAt.getTime(),
    })),
    leftOver: requests.flatMap(({ id, peerId, state, onGithub }) =>
      onGithub && state !== 'planned' && state !== 'open' ? [{ id, peer: peerId }] : [],
    ),
    past: await pastOf(rows, row.learnerId, now),
    mastered: await masteredBy(rows, row.project),
  };
}

async function isReviewed(rows: Rows, { id, headSha }: PullRow): Promise<boolean> {
  const given = await rows
    .select({ id: reviews.id })
    .from(reviews)
    .where(and(eq(reviews.pullRequestId, id), eq(reviews.headSha, headSha), eq(reviews.givenAs, 'peer')))
    .limit(1);
  return given.length > 0;
}

/** What the last attempt at the head came to. */
async function toldOf(rows: Rows, { id, headSha }: PullRow): Promise<KeptWork['told']> {
  const [last] = await rows
    .select({ marking: runs.marking })
    .from(runs)
    .innerJoin(submissions, eq(submissions.id, runs.submissionId))
    .where(and(eq(runs.pullRequestId, id), eq(submissions.headSha, headSha), toldAttempts(rows)))
    .orderBy(desc(runs.id))
    .limit(1);
  return Told.safeParse(last?.marking).data ?? null;
}

/** When an attempt last came to something that is not for a person to look at. */
async function unreadyAt(rows: Rows, { id }: PullRow): Promise<number | null> {
  const [last] = await rows
    .select({ at: runs.endedAt })
    .from(runs)
    .where(
      and(
        eq(runs.pullRequestId, id),
        sql`${runs.marking} ->> 'decision' = 'not-yet'`,
        isNotNull(runs.endedAt),
        toldAttempts(rows),
      ),
    )
    .orderBy(desc(runs.endedAt))
    .limit(1);
  return last?.at?.getTime() ?? null;
}

const latest = (...times: (number | null)[]): number | null => {
  const known = times.filter((each) => each !== null);
  return known.length === 0 ? null : Math.max(...known);
};

async function signedOf(rows: Rows, { id, headSha }: PullRow) {
  const said = await rows
    .select({ says: signOffs.says, at: signOffs.at, headSha: submissions.headSha })
    .from(signOffs)
    .innerJoin(submissions, eq(submissions.id, signOffs.submissionId))
    .where(eq(submissions.pullRequestId, id))
    .orderBy(...saidFirst);
  // The last word on each commit counts.
  const last = new Map(said.map((each) => [each.headSha, each]));
  const notYet = said.findLast(({ says }) => says === 'not-yet');
  return {
    signedOff: [...last.values()].some(({ says }) => says === 'mastered'),
    headIsSigned: last.has(headSha),
    notYetAt: notYet?.at.getTime() ?? null,
  };
}

async function pastOf(rows: Rows, author: number, now: Session['now']): Promise<PastRequest[]> {
  const past = await rows
    .select({
      pull: peerRequests.pullRequestId,
      round: peerRequests.round,
      author: pullRequests.learnerId,
      peer: peerRequests.peerId,
      state: peerRequests.state,
      askedAt: peerRequests.askedAt,
    })
    .from(peerRequests)
    .innerJoin(pullRequests, eq(pullRequests.id, peerRequests.pullRequestId))
    .where(
      or(
        gt(peerRequests.askedAt, after(now(), -PAIRS_MS)),
        inArray(peerRequests.state, [...UNSETTLED]),
        eq(pullRequests.learnerId, author),
      ),
    );
  return past.map((each) => ({ ...each, askedAt: each.askedAt.getTime() }));
}

/** The learners who have mastered a project: with any commit, a person's last word on it counted. */
export async function masteredBy(rows: Rows, project: string): Promise<Set<number>> {
  const told = await rows
    .select({ learner: pullRequests.learnerId, headSha: submissions.headSha })
    .from(runs)
    .innerJoin(submissions, eq(submissions.id, runs.submissionId))
    .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
    .where(
      and(
        eq(pullRequests.project, project),
        sql`${runs.marking} ->> 'decision' = 'mastered'`,
        countedAttempts(rows),
      ),
    );
  const said = await rows
    .select({ learner: pullRequests.learnerId, headSha: submissions.headSha, says: signOffs.says })
    .from(signOffs)
    .innerJoin(submissions, eq(submissions.id, signOffs.submissionId))
    .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
    .where(eq(pullRequests.project, project))
    .orderBy(...saidFirst);
  // The last word on each commit counts, whichever pull request it was said on.
  const commit = ({ learner, headSha }: { learner: number; headSha: string }) => `${learner} ${headSha}`;
  const byPeople = new Map(said.map((each) => [commit(each), each]));
  return new Set([
    ...told.filter((each) => byPeople.get(commit(each))?.says !== 'not-yet').map(({ learner }) => learner),
    ...[...byPeople.values()].filter(({ says }) => says === 'mastered').map(({ learner }) => learner),
  ]);
}

/** Settled requests that GitHub may still show, and those that are not settled: of these something may be to do. */
export const needsErrand = () =>
  or(
    inArray(peerRequests.state, [...UNSETTLED]),
    and(eq(peerRequests.onGithub, true), notInArray(peerRequests.state, [...UNSETTLED])),
  );
