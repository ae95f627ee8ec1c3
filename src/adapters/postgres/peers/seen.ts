import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import type { PeersSeen } from '../../../domain/peers.ts';
import { isBusy } from '../busy.ts';
import { reviewedFirst } from '../said-at.ts';
import { peerRequests, reviews, runs, submissions } from '../schema.ts';
import { notifyWork } from '../session.ts';
import type { Rows, Session } from '../session.ts';
import { startRun } from '../start-run.ts';
import { toldAttempts } from '../told-attempts.ts';

/** What peers do and have said about a pull request; null where none was asked and none has said anything. */
export async function peersOn(
  rows: Rows,
  { pullRequestId, submissionId }: { pullRequestId: number; submissionId: number },
): Promise<PeersSeen | null> {
  const asked = await rows
    .select({ login: peerRequests.peerLogin, state: peerRequests.state })
    .from(peerRequests)
    // Below zero is nobody: somebody who was erased.
    .where(and(eq(peerRequests.pullRequestId, pullRequestId), gt(peerRequests.peerId, 0)))
    .orderBy(asc(peerRequests.id));
  const said = await rows
    .select({
      by: reviews.byLogin,
      byId: reviews.byId,
      says: reviews.says,
      words: reviews.words,
      ofThisCommit: sql<boolean>`${reviews.headSha} = ${submissions.headSha}`,
    })
    .from(reviews)
    .innerJoin(submissions, eq(submissions.id, submissionId))
    .where(and(eq(reviews.pullRequestId, pullRequestId), eq(reviews.givenAs, 'peer')))
    .orderBy(...reviewedFirst);
  const named = (state: 'open' | 'replaced') =>
    asked.flatMap((each) => (each.state === state && each.login !== null ? [each.login] : []));
  // What somebody says besides, without a word of their own, does not take the place of what they said before.
  const last = new Map<number, (typeof said)[number]>();
  for (const each of said) {
    const before = last.get(each.byId);
    if (before !== undefined && each.says === 'commented' && each.words === null) continue;
    last.delete(each.byId);
    last.set(each.byId, each);
  }
  const seen = {
    looking: named('open'),
    replaced: named('replaced'),
    said: [...last.values()].map(({ by, says, words, ofThisCommit }) => ({ by, says, words, ofThisCommit })),
  };
  return seen.looking.length + seen.replaced.length + seen.said.length === 0 ? null : seen;
}

/** Has the last result said again, with what peers do and said, where that has changed since. */
export async function sayPeers(
  tx: Rows,
  { id, headSha }: { id: number; headSha: string },
  now: Session['now'],
): Promise<'said' | 'nothing' | 'busy'> {
  if (await isBusy(tx, id)) return 'busy';
  const [last] = await tx
    .select({
      runId: runs.id,
      pullRequestId: runs.pullRequestId,
      submissionId: runs.submissionId,
      isOld: sql<boolean>`${runs.queuedAt} < greatest(
        (select max(${peerRequests.changedAt}) from ${peerRequests} where ${peerRequests.pullRequestId} = ${id}),
        (select max(${reviews.at}) from ${reviews} where ${reviews.pullRequestId} = ${id} and ${reviews.givenAs} = 'peer'))`,
    })
    .from(runs)
    .innerJoin(submissions, eq(submissions.id, runs.submissionId))
    .where(and(eq(runs.pullRequestId, id), eq(submissions.headSha, headSha), toldAttempts(tx)))
    .orderBy(desc(runs.id))
    .limit(1);
  if (last?.isOld !== true) return 'nothing';
  const { runId, pullRequestId, submissionId } = last;
  await startRun(tx, now, {
    pullRequestId,
    submissionId,
    kind: 'attempt',
    cause: 'peers',
    deliveryId: null,
    republish: runId,
  });
  await notifyWork(tx);
  return 'said';
}
