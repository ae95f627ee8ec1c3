import { and, desc, eq, gte, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { DecisionName } from '../../domain/course/decision.ts';
import type { WaitingWork, WaitsFor } from '../../domain/waiting-work.ts';
import type { WaitingStore } from '../../review/waiting-store.ts';
import { dueIn } from './due-rows.ts';
import { CALLS_STAFF, progressOf } from './learner-progress.ts';
import {
  appeals,
  claims,
  peerRequests,
  pullRequests,
  reviews,
  runs,
  sessions,
  snoozes,
  submissions,
} from './schema.ts';
import { timeNow } from './session.ts';
import type { Rows, Session } from './session.ts';
import { signedOn } from './sign-off-rows.ts';
import { toldAttempts } from './told-attempts.ts';

const Told = z.object({ decision: DecisionName, callsStaff: z.boolean() });

/** What waits for staff. */
export function waitingRows({ rows, now }: Session): WaitingStore {
  /** Of every open pull request that is ready for review, what its learner was told of its head. */
  const toldOfHeads = () =>
    rows
      .selectDistinctOn([runs.pullRequestId], {
        run: { pullRequestId: runs.pullRequestId, submissionId: runs.submissionId },
        endedAt: runs.endedAt,
        // The same result may be said again, for peers or because somebody asked for it: it has waited since it was said first.
        since: sql`coalesce((
          select min(told.ended_at) from ${runs} told
          where told.submission_id = ${runs.submissionId}
            and told.marking ->> 'decision' = ${runs.marking} ->> 'decision'
            and told.kind = 'attempt' and told.outcome = 'marked' and told.phase = 'finished'
        ), ${runs.endedAt})`.mapWith(runs.endedAt),
        pull: pullRequests,
        told: {
          decision: sql<unknown>`${runs.marking} ->> 'decision'`,
          callsStaff: sql<unknown>`jsonb_path_exists(${runs.marking}, ${CALLS_STAFF}::jsonpath)`,
        },
      })
      .from(runs)
      .innerJoin(submissions, eq(submissions.id, runs.submissionId))
      .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
      .where(
        and(
          eq(pullRequests.open, true),
          eq(pullRequests.draft, false),
          eq(submissions.headSha, pullRequests.headSha),
          toldAttempts(rows),
        ),
      )
      .orderBy(runs.pullRequestId, desc(runs.id));

  const openAppeals = () =>
    rows
      .select({ pull: pullRequests, why: appeals.why, at: appeals.at })
      .from(appeals)
      .innerJoin(pullRequests, eq(pullRequests.id, appeals.pullRequestId))
      .where(and(eq(pullRequests.open, true), isNull(appeals.endedAt)));

  const waitsFor = async ({
    run,
    told,
  }: Awaited<ReturnType<typeof toldOfHeads>>[number]): Promise<WaitsFor | null> => {
    const { decision, callsStaff } = Told.parse(told);
    if ((await signedOn(rows, run))?.holds === true) return null;
    if (decision === 'awaiting-review') return 'sign-off';
    return decision === 'not-yet' && callsStaff ? 'help' : null;
  };

  const work = async (
    pull: typeof pullRequests.$inferSelect,
    why: Pick<WaitingWork, 'waitsFor' | 'since' | 'appeal'>,
  ): Promise<WaitingWork> => {
    const { installation, owner, repo, repositoryId, number, learnerId, project, headSha } = pull;
    const progress = await progressOf(rows, learnerId);
    return {
      pull: { installation, owner, repo, repositoryId, number },
      learner: { id: learnerId, login: pull.learnerLogin },
      project,
      headSha,
      ...why,
      ...(await onDesk(rows, pull.id)),
      peers: await peersAt(rows, pull.id),
      misses: progress.filter((each) => each.project === project && each.decision === 'not-yet').length,
    };
  };

  return {
    async waiting() {
      const found = new Map<number, WaitingWork>();
      for (const told of await toldOfHeads()) {
        const what = await waitsFor(told);
        if (what === null || told.endedAt === null) continue;
        const why = { waitsFor: what, since: told.since.getTime(), appeal: null };
        found.set(told.pull.id, await work(told.pull, why));
      }
      // Whoever asks for a person waits for one, whatever else the pull request waits for.
      for (const { pull, why, at } of await openAppeals())
        found.set(pull.id, await work(pull, { waitsFor: 'appeal', since: at.getTime(), appeal: why }));
      const missedSince = new Date((await timeNow(rows, now)) - DUE_MS);
      for (const due of await dueIn(rows, { missedSince })) {
        if (due.isUnderWay || found.has(due.pull.id) || (await isTalkedOver(rows, due))) continue;
        const why = { waitsFor: 'due' as const, since: due.since, appeal: null };
        found.set(due.pull.id, { ...(await work(due.pull, why)), misses: due.misses });
      }
      return [...found.values()];
    },
  };
}

/** Older than this, it is no occasion for a talk any more (our choice). */
const DUE_MS = 60 * 24 * 60 * 60 * 1000;

/** Whether staff have spent time on it with the learner since. */
async function isTalkedOver(
  rows: Rows,
  { pull, since }: { pull: typeof pullRequests.$inferSelect; since: number },
): Promise<boolean> {
  const talked = await rows
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.learnerId, pull.learnerId),
        eq(sessions.project, pull.project),
        gte(sessions.at, new Date(since)),
      ),
    )
    .limit(1);
  return talked.length > 0;
}

async function peersAt(rows: Rows, pullRequestId: number): Promise<WaitingWork['peers']> {
  const open = await rows
    .select({ answerBy: peerRequests.answerBy, askedAt: peerRequests.askedAt })
    .from(peerRequests)
    .where(and(eq(peerRequests.pullRequestId, pullRequestId), eq(peerRequests.state, 'open')));
  const said = await rows
    .selectDistinct({ by: reviews.byId })
    .from(reviews)
    .where(and(eq(reviews.pullRequestId, pullRequestId), eq(reviews.givenAs, 'peer')));
  const last = Math.max(...open.map(({ answerBy, askedAt }) => (answerBy ?? askedAt).getTime()));
  return {
    looking: open.length,
    until: open.length === 0 ? null : last,
    said: said.length,
  };
}

async function onDesk(rows: Rows, pullRequestId: number): Promise<Pick<WaitingWork, 'claim' | 'snooze'>> {
  const [claim] = await rows.select().from(claims).where(eq(claims.pullRequestId, pullRequestId));
  const [snooze] = await rows.select().from(snoozes).where(eq(snoozes.pullRequestId, pullRequestId));
  return {
    claim: claim === undefined ? null : { id: claim.byId, login: claim.byLogin, at: claim.at.getTime() },
    snooze:
      snooze === undefined
        ? null
        : {
            login: snooze.byLogin,
            why: snooze.why,
            until: snooze.until.getTime(),
            at: snooze.at.getTime(),
          },
  };
}
