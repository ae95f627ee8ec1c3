import { and, asc, eq, exists, inArray, gte, isNull, ne, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { RecheckStore } from '../../retention/recheck-store.ts';
import { pullRequests, rechecks, runs, signOffs, submissions } from './schema.ts';
import { saidAt } from './sign-off-rows.ts';
import { timeNow } from './session.ts';
import type { Rows, Session } from './session.ts';
import { submissionFrom } from './submission-row.ts';
import { toldAttempts, toldResults } from './told-attempts.ts';

const Criteria = z.array(z.string());
/** The criteria that a marking found met: JSON path. */
const MET = '$.stages[*].criteria[*] ? (@.met == true).id';

/** What counts of a commit: what a person has said of it last, or else what the machine found. */
const lastWord = sql<unknown>`coalesce((select ${signOffs.says} from ${signOffs} where ${signOffs.submissionId} = ${runs.submissionId} order by ${saidAt} desc, ${signOffs.sourceId} desc limit 1), ${runs.marking} ->> 'decision')`;

/** When a person said last of a commit that it is mastered; null where nobody did. */
const signedAt = sql<unknown>`(select max(${signOffs.saidAt}) from ${signOffs} where ${signOffs.submissionId} = ${runs.submissionId} and ${signOffs.says} = 'mastered')`;

export function recheckRows({ rows, now }: Session): RecheckStore {
  const pastOf = (learnerIds: readonly number[]) =>
    rows
      .select({
        learnerId: pullRequests.learnerId,
        project: pullRequests.project,
        step: rechecks.step,
        state: rechecks.state,
        endedAt: rechecks.endedAt,
      })
      .from(rechecks)
      .innerJoin(submissions, eq(submissions.id, rechecks.submissionId))
      .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
      .where(inArray(pullRequests.learnerId, [...learnerIds]));

  return {
    now: () => timeNow(rows, now),

    async mastered(before) {
      const found = await rows
        .selectDistinctOn([pullRequests.learnerId, pullRequests.project], {
          pull: pullRequests,
          submission: submissions,
          kind: runs.kind,
          // Where a person has made it mastered, it is so since they said it.
          endedAt: sql`greatest(${runs.endedAt}, ${signedAt})`.mapWith(runs.endedAt),
        })
        .from(runs)
        .innerJoin(submissions, eq(submissions.id, runs.submissionId))
        .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
        .where(and(toldAttempts(rows), eq(lastWord, 'mastered')))
        .orderBy(pullRequests.learnerId, pullRequests.project, asc(runs.id));
      const past = await pastOf([...new Set(found.map(({ pull }) => pull.learnerId))]);
      return found.flatMap(({ endedAt, ...joined }) => {
        if (endedAt.getTime() > before) return [];
        const own = past.filter(
          ({ learnerId, project }) => learnerId === joined.pull.learnerId && project === joined.pull.project,
        );
        return {
          submissionId: joined.submission.id,
          submission: submissionFrom(joined),
          masteredAt: endedAt.getTime(),
          past: own.map(({ step, state, endedAt: over }) => ({
            step,
            state,
            endedAt: over?.getTime() ?? null,
          })),
        };
      });
    },

    async shownSince(learnerId, project, since) {
      const told = await rows
        .select({
          at: runs.endedAt,
          project: pullRequests.project,
          criteria: sql<unknown>`jsonb_path_query_array(${runs.marking}, ${MET}::jsonpath)`,
        })
        .from(runs)
        .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
        .where(
          and(
            eq(pullRequests.learnerId, learnerId),
            ne(pullRequests.project, project),
            gte(runs.endedAt, new Date(since)),
            toldAttempts(rows),
          ),
        );
      return told.flatMap(({ at, criteria, ...rest }) =>
        at === null ? [] : { ...rest, at: at.getTime(), criteria: Criteria.safeParse(criteria).data ?? [] },
      );
    },

    async begin(submissionId, step) {
      await rows
        .insert(rechecks)
        .values({ submissionId, step, state: 'planting', begunAt: now() })
        .onConflictDoNothing();
      const [found] = await rows
        .select({ id: rechecks.id })
        .from(rechecks)
        .where(and(eq(rechecks.submissionId, submissionId), isNull(rechecks.endedAt)));
      if (found === undefined) throw new Error('a re-check that was begun is not there');
      return found.id;
    },

    async unfinished() {
      const found = await rows
        .select({ step: rechecks.step, pull: pullRequests, submission: submissions })
        .from(rechecks)
        .innerJoin(submissions, eq(submissions.id, rechecks.submissionId))
        .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
        .where(eq(rechecks.state, 'planting'));
      return found.map(({ step, ...joined }) => ({
        submissionId: joined.submission.id,
        step,
        submission: submissionFrom({ ...joined, kind: 'attempt' }),
      }));
    },

    async offered(id, bug) {
      await rows
        .update(rechecks)
        .set({ state: 'offered', offeredAt: now(), ...bug })
        .where(and(eq(rechecks.id, id), eq(rechecks.state, 'planting')));
    },

    async open() {
      const found = await rows
        .select({
          id: rechecks.id,
          offeredAt: rechecks.offeredAt,
          learnerId: pullRequests.learnerId,
          isOpen: pullRequests.open,
          pull: {
            installation: pullRequests.installation,
            owner: pullRequests.owner,
            repo: pullRequests.repo,
            repositoryId: pullRequests.repositoryId,
            number: pullRequests.number,
          },
          isMended: exists(mendedRuns(rows)).mapWith(Boolean),
        })
        .from(rechecks)
        .innerJoin(pullRequests, eq(pullRequests.id, rechecks.pullRequestId))
        .where(eq(rechecks.state, 'offered'));
      return found.map(({ offeredAt, ...each }) => ({ ...each, offeredAt: offeredAt?.getTime() ?? 0 }));
    },

    async end(id, state, why) {
      await rows
        .update(rechecks)
        .set({ state, endedAt: now(), why: why ?? null })
        .where(and(eq(rechecks.id, id), isNull(rechecks.endedAt)));
    },
  };
}

/** Results of a re-check that were told, and in which nothing was missing. */
function mendedRuns(rows: Rows) {
  return rows
    .select({ id: runs.id })
    .from(runs)
    .where(
      and(
        eq(runs.pullRequestId, rechecks.pullRequestId),
        toldResults(rows),
        or(
          sql`${runs.marking} ->> 'decision' = 'mastered'`,
          sql`${runs.marking} ->> 'decision' = 'awaiting-review'`,
        ),
      ),
    );
}

/** Which re-check a pull request is, counted from 0; null where it is none. */
export async function recheckStepOf(rows: Rows, pullRequestId: number): Promise<number | null> {
  const [found] = await rows
    .select({ step: rechecks.step })
    .from(rechecks)
    .where(eq(rechecks.pullRequestId, pullRequestId));
  return found?.step ?? null;
}
