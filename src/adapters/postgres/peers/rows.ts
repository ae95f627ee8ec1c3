import { and, desc, eq, gt, inArray, isNotNull, isNull, lte, max, ne, or, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import type { PeerStore } from '../../../review/peers/peer-store.ts';
import { peerRequests, pullRequests, reviews, reviewsGiven, runs, submissions } from '../schema.ts';
import { reviewedAt } from '../said-at.ts';
import type { Rows, Session } from '../session.ts';
import { toldAttempts } from '../told-attempts.ts';
import { factsOf, isPull, needsErrand, UNSETTLED } from './facts.ts';
import { sayPeers } from './seen.ts';

/** The lock under which peers are chosen; any number that nothing else uses. */
const CHOOSING = 0x9ee5;

const { installation, owner, repo, repositoryId, number } = pullRequests;

/** Requests to peers, and the reviews that were given. */
export function peerRows({ rows, transaction, now }: Session): PeerStore {
  const settle = async (
    id: number,
    change: PgUpdateSetSource<typeof peerRequests>,
    only: readonly (typeof peerRequests.$inferSelect)['state'][],
  ) => {
    await rows
      .update(peerRequests)
      .set(change)
      .where(and(eq(peerRequests.id, id), inArray(peerRequests.state, [...only])));
  };

  return {
    toTend: (projects) =>
      rows
        .select({ installation, owner, repo, repositoryId, number })
        .from(pullRequests)
        .where(
          or(
            and(
              inArray(pullRequests.project, [...projects]),
              eq(pullRequests.open, true),
              eq(pullRequests.draft, false),
              inArray(pullRequests.id, waiting(rows)),
            ),
            inArray(
              pullRequests.id,
              rows.select({ id: peerRequests.pullRequestId }).from(peerRequests).where(needsErrand()),
            ),
          ),
        ),

    async facts(pull) {
      const [row] = await rows.select().from(pullRequests).where(isPull(pull));
      return row === undefined ? null : factsOf(rows, row, now);
    },

    decide: (pull, decide) =>
      transaction(async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(${CHOOSING})`);
        const [row] = await tx.select().from(pullRequests).where(isPull(pull)).for('update');
        if (row === undefined) return null;
        const facts = await factsOf(tx, row, now);
        const { withdraw, replace, renew, ask, round, answerBy } = decide(facts);
        const change = (ids: readonly number[], set: PgUpdateSetSource<typeof peerRequests>) =>
          ids.length === 0
            ? Promise.resolve()
            : tx
                .update(peerRequests)
                .set({ ...set, changedAt: now() })
                .where(and(inArray(peerRequests.id, [...ids]), inArray(peerRequests.state, [...UNSETTLED])));
        await change(withdraw, { state: 'withdrawn' });
        await change(replace, { state: 'replaced' });
        for (const { id, peer } of facts.requests.filter((each) => renew.includes(each.id)))
          await change([id], { state: 'planned', askedAt: now(), answerBy: new Date(answerBy(peer)) });
        if (ask.length > 0)
          await tx.insert(peerRequests).values(
            ask.map((peerId) => ({
              pullRequestId: row.id,
              round,
              peerId,
              state: 'planned' as const,
              // From now on GitHub may have been asked, whatever becomes of this process.
              onGithub: true,
              askedAt: now(),
              answerBy: new Date(answerBy(peerId)),
              changedAt: now(),
            })),
          );
        return errandsOf(tx, row.id);
      }),

    asked: (id, login) => settle(id, { state: 'open', peerLogin: login, changedAt: now() }, ['planned']),
    refused: (id) => settle(id, { state: 'refused', onGithub: false, changedAt: now() }, ['planned']),
    takenBack: (id) => settle(id, { onGithub: false }, ['replaced', 'withdrawn', 'answered', 'refused']),

    keepReview: (pull, { sourceId, by, as, headSha, says, words, lacks, saidAt }) =>
      transaction(async (tx) => {
        const [row] = await tx.select().from(pullRequests).where(isPull(pull)).for('update');
        if (row === undefined) return 'no-pull-request';
        const asked = as === 'peer' ? await askedOf(tx, row.id, by.id) : [];
        const request = asked.find(({ askedAt }) => isAskedBy(askedAt, saidAt));
        const kept = await tx
          .insert(reviews)
          .values({
            pullRequestId: row.id,
            sourceId,
            byId: by.id,
            byLogin: by.login,
            givenAs: as,
            requestId: request?.id ?? null,
            headSha,
            says,
            words,
            lacks,
            saidAt: new Date(saidAt),
            at: now(),
          })
          .onConflictDoNothing()
          .returning({ id: reviews.id });
        if (kept[0] === undefined) return 'known';
        if (as === 'peer')
          await tx
            .insert(reviewsGiven)
            .values({ reviewId: kept[0].id, byId: by.id, project: row.project, at: new Date(saidAt) });
        // An answer that comes late is as welcome. GitHub takes its request back by itself.
        if (asked.length === 0 && as === 'peer') await answeredUnasked(tx, row.id, by, { saidAt, now });
        if (request !== undefined)
          await tx
            .update(peerRequests)
            .set({ state: 'answered', onGithub: false, peerLogin: by.login, changedAt: now() })
            .where(eq(peerRequests.id, request.id));
        return 'kept';
      }),

    async hasGivenReasons(pull, byId, besides) {
      const before = await rows
        .select({ id: reviews.id })
        .from(reviews)
        .innerJoin(pullRequests, eq(pullRequests.id, reviews.pullRequestId))
        .where(
          and(
            isPull(pull),
            eq(reviews.byId, byId),
            ne(reviews.sourceId, besides),
            isNull(reviews.lacks),
            isNotNull(reviews.words),
          ),
        )
        .limit(1);
      return before.length > 0;
    },

    say: (pull) =>
      transaction(async (tx) => {
        const [row] = await tx.select().from(pullRequests).where(isPull(pull)).for('update');
        return row?.open !== true ? 'nothing' : sayPeers(tx, row, now);
      }),

    async notesFor(login, since) {
      const notes = await rows
        .select({ owner, repo, number, lacks: reviews.lacks, words: reviews.words, at: reviewedAt })
        .from(reviews)
        .innerJoin(pullRequests, eq(pullRequests.id, reviews.pullRequestId))
        .where(
          and(
            eq(sql`lower(${reviews.byLogin})`, login.toLowerCase()),
            eq(reviews.givenAs, 'staff'),
            isNotNull(reviews.lacks),
            gt(reviews.at, new Date(since)),
          ),
        )
        .orderBy(desc(reviews.id));
      return notes.flatMap(({ lacks, words, at, ...pull }) =>
        lacks === null ? [] : [{ pull, lacks, words, at: at.getTime() }],
      );
    },
  };
}

/** What a peer was asked on a pull request, the newest first. */
const askedOf = (tx: Rows, pullRequestId: number, peerId: number) =>
  tx
    .select({ id: peerRequests.id, askedAt: peerRequests.askedAt })
    .from(peerRequests)
    .where(and(eq(peerRequests.pullRequestId, pullRequestId), eq(peerRequests.peerId, peerId)))
    .orderBy(desc(peerRequests.id));

/** Our clock and GitHub's may differ by so much. */
const CLOCKS_DIFFER_MS = 60_000;

/** Whether a request was made before a review was said: one that was made after it waits for another. */
const isAskedBy = (askedAt: Date, saidAt: number): boolean => askedAt.getTime() <= saidAt + CLOCKS_DIFFER_MS;

/** Who has a look without being asked fills a place like one who was, in the round in which they had it. */
async function answeredUnasked(
  tx: Rows,
  pullRequestId: number,
  by: { id: number; login: string },
  { saidAt, now }: { saidAt: number; now: Session['now'] },
): Promise<void> {
  const [latest] = await tx
    .select({ round: max(peerRequests.round) })
    .from(peerRequests)
    .where(
      and(
        eq(peerRequests.pullRequestId, pullRequestId),
        lte(peerRequests.askedAt, new Date(saidAt + CLOCKS_DIFFER_MS)),
      ),
    );
  await tx.insert(peerRequests).values({
    pullRequestId,
    round: latest?.round ?? 1,
    peerId: by.id,
    peerLogin: by.login,
    state: 'answered',
    onGithub: false,
    askedAt: now(),
    changedAt: now(),
  });
}

/** Pull requests whose head waits for a person. */
const waiting = (rows: Rows) =>
  rows
    .select({ id: runs.pullRequestId })
    .from(runs)
    .innerJoin(submissions, eq(submissions.id, runs.submissionId))
    .where(
      and(
        eq(submissions.headSha, pullRequests.headSha),
        sql`${runs.marking} ->> 'decision' = 'awaiting-review'`,
        toldAttempts(rows),
      ),
    );

async function errandsOf(tx: Rows, pullRequestId: number) {
  const requests = await tx
    .select({
      id: peerRequests.id,
      peer: peerRequests.peerId,
      state: peerRequests.state,
      onGithub: peerRequests.onGithub,
    })
    .from(peerRequests)
    .where(eq(peerRequests.pullRequestId, pullRequestId));
  const named = (some: typeof requests) => some.map(({ id, peer }) => ({ id, peer }));
  return {
    ask: named(requests.filter(({ state }) => state === 'planned')),
    takeBack: named(
      requests.filter(({ state, onGithub }) => onGithub && state !== 'planned' && state !== 'open'),
    ),
  };
}
