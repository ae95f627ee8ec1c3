import { and, asc, eq, exists, gte, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { activePhases } from '../../domain/run.ts';
import type { PullRequestRef } from '../../domain/submission.ts';
import type { RecheckStore } from '../../retention/recheck-store.ts';
import { mendedRuns, toldHeads } from './recheck-results.ts';
import { pullRequests, rechecks, runs, signOffs, submissions } from './schema.ts';
import { saidAt } from './said-at.ts';
import { timeNow } from './session.ts';
import type { Rows, Session } from './session.ts';
import { submissionFrom } from './submission-row.ts';
import { toldAttempts } from './told-attempts.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Why one was put off whose pull request our App could not see. */
const OUT_OF_SIGHT = 'out-of-sight';
const Criteria = z.array(z.string());
/** The criteria that a marking found met: JSON path. */
const MET = '$.stages[*].criteria[*] ? (@.met == true).id';

/** What counts of a commit: what a person has said of it last, or else what the machine found. */
const lastWord = sql<unknown>`coalesce((select ${signOffs.says} from ${signOffs} where ${signOffs.submissionId} = ${runs.submissionId} order by ${saidAt} desc, ${signOffs.sourceId} desc limit 1), ${runs.marking} ->> 'decision')`;

/**
 * Since when what was told of a commit is mastery: since it was told or, where it took a person, since they said it for the first
 * time after they had last said something else.
 */
const masteredSince = sql`case when ${runs.marking} ->> 'decision' = 'mastered' then ${runs.endedAt} else coalesce((
  select min(coalesce(yes.said_at, yes.at)) from ${signOffs} yes
  where yes.submission_id = ${runs.submissionId} and yes.says = 'mastered'
    and not exists (
      select 1 from ${signOffs} no where no.submission_id = yes.submission_id and no.says <> 'mastered'
        and (coalesce(no.said_at, no.at), no.source_id) > (coalesce(yes.said_at, yes.at), yes.source_id)
    )
), ${runs.endedAt}) end`;

/** Whether an active run of a pull request is there. */
const isMarking = (rows: Rows) =>
  rows
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.pullRequestId, rechecks.pullRequestId), inArray(runs.phase, [...activePhases])));

/** The pull request with which the project was mastered; the re-check has one of its own. */
const mastery = alias(pullRequests, 'mastery');

/** The pull requests of whatever anything was told of since some time: where nothing was, there is no mastery that young. */
async function toldLately(rows: Rows, since: Date): Promise<number[]> {
  const told = alias(pullRequests, 'told');
  const found = await rows
    .selectDistinct({ id: pullRequests.id })
    .from(runs)
    .innerJoin(told, eq(told.id, runs.pullRequestId))
    .innerJoin(
      pullRequests,
      and(eq(pullRequests.learnerId, told.learnerId), eq(pullRequests.project, told.project)),
    )
    .where(gte(runs.endedAt, since));
  return found.map(({ id }) => id);
}

type Past = Pick<typeof rechecks.$inferSelect, 'step' | 'state' | 'endedAt'> &
  Pick<typeof pullRequests.$inferSelect, 'learnerId' | 'project'>;

export function recheckRows({ rows, now }: Session): RecheckStore {
  const isDueNow = () => or(isNull(rechecks.notBefore), lte(rechecks.notBefore, now()));
  const pastOf = (learnerIds: readonly number[]): Promise<Past[]> =>
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

    async mastered({ from, to }) {
      const pulls = await toldLately(rows, new Date(from));
      const found = await rows
        .selectDistinctOn([pullRequests.learnerId, pullRequests.project], {
          pull: pullRequests,
          submission: submissions,
          kind: runs.kind,
          masteredAt: masteredSince.mapWith(runs.endedAt),
        })
        .from(runs)
        .innerJoin(submissions, eq(submissions.id, runs.submissionId))
        .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
        .where(and(inArray(runs.pullRequestId, pulls), toldAttempts(rows), eq(lastWord, 'mastered')))
        .orderBy(pullRequests.learnerId, pullRequests.project, masteredSince, asc(runs.id));
      const due = found.filter(
        ({ masteredAt }) => masteredAt.getTime() >= from && masteredAt.getTime() <= to,
      );
      const past = new Map<string, Past[]>();
      for (const each of await pastOf([...new Set(due.map(({ pull }) => pull.learnerId))])) {
        const key = `${each.learnerId} ${each.project}`;
        past.set(key, [...(past.get(key) ?? []), each]);
      }
      return due.map(({ masteredAt, ...joined }) => {
        const own = past.get(`${joined.pull.learnerId} ${joined.pull.project}`) ?? [];
        return {
          submissionId: joined.submission.id,
          submission: submissionFrom(joined),
          masteredAt: masteredAt.getTime(),
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
        .select({
          id: rechecks.id,
          step: rechecks.step,
          tries: rechecks.tries,
          begunAt: rechecks.begunAt,
          pull: pullRequests,
          submission: submissions,
        })
        .from(rechecks)
        .innerJoin(submissions, eq(submissions.id, rechecks.submissionId))
        .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
        .where(and(isNull(rechecks.endedAt), eq(rechecks.state, 'planting'), isDueNow()))
        .orderBy(asc(rechecks.id));
      return found.map(({ id, step, tries, begunAt, ...joined }) => ({
        ...{ id, step, tries, begunAt: begunAt.getTime() },
        submission: submissionFrom({ ...joined, kind: 'attempt' }),
      }));
    },

    async offered(id, bug) {
      await rows
        .update(rechecks)
        .set({ state: 'offered', offeredAt: now(), why: null, ...bug })
        .where(and(eq(rechecks.id, id), eq(rechecks.state, 'planting')));
    },

    async open() {
      const found = await rows
        .select({
          id: rechecks.id,
          step: rechecks.step,
          offeredAt: rechecks.offeredAt,
          learner: { id: mastery.learnerId, login: mastery.learnerLogin },
          project: mastery.project,
          why: rechecks.why,
          home: mastery,
          own: pullRequests,
          isMarking: exists(isMarking(rows)).mapWith(Boolean),
          isHeadTold: exists(toldHeads(rows)).mapWith(Boolean),
          isMended: exists(mendedRuns(rows)).mapWith(Boolean),
        })
        .from(rechecks)
        .innerJoin(submissions, eq(submissions.id, rechecks.submissionId))
        .innerJoin(mastery, eq(mastery.id, submissions.pullRequestId))
        .leftJoin(pullRequests, eq(pullRequests.id, rechecks.pullRequestId))
        .where(and(isNull(rechecks.endedAt), eq(rechecks.state, 'offered'), isDueNow()))
        .orderBy(asc(rechecks.id));
      return found.map(({ offeredAt, own, home, why, ...each }) => ({
        ...each,
        home: refOf(home),
        wasOutOfSight: why === OUT_OF_SIGHT,
        offeredAt: offeredAt?.getTime() ?? 0,
        pull: own === null ? null : refOf(own),
        headSha: own?.headSha ?? null,
        isOpen: own?.open ?? false,
      }));
    },

    async leftOver() {
      const found = await rows
        .select({ id: rechecks.id, own: pullRequests })
        .from(rechecks)
        .innerJoin(pullRequests, eq(pullRequests.id, rechecks.pullRequestId))
        .where(and(eq(rechecks.state, 'void'), eq(pullRequests.open, true)));
      return found.map(({ id, own }) => ({ id, pull: refOf(own) }));
    },

    async cleared(id) {
      const own = rows.select({ id: rechecks.pullRequestId }).from(rechecks).where(eq(rechecks.id, id));
      await rows.update(pullRequests).set({ open: false }).where(inArray(pullRequests.id, own));
    },

    async busy() {
      const found = await rows
        .selectDistinct({ id: pullRequests.learnerId })
        .from(rechecks)
        .innerJoin(submissions, eq(submissions.id, rechecks.submissionId))
        .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
        .where(isNull(rechecks.endedAt));
      return found.map(({ id }) => id);
    },

    async postpone(id, why) {
      const [found] = await rows.select({ tries: rechecks.tries }).from(rechecks).where(eq(rechecks.id, id));
      const tries = found?.tries ?? 0;
      const pause = Math.min(HOUR_MS * 2 ** tries, DAY_MS);
      const notBefore = new Date((await timeNow(rows, now)) + pause);
      await rows
        .update(rechecks)
        .set({ tries: tries + 1, notBefore, ...(why?.outOfSight === true && { why: OUT_OF_SIGHT }) })
        .where(and(eq(rechecks.id, id), isNull(rechecks.endedAt)));
    },

    async end(id, state, why) {
      await rows
        .update(rechecks)
        .set({ state, endedAt: now(), why: why ?? null })
        .where(and(eq(rechecks.id, id), isNull(rechecks.endedAt)));
    },
  };
}

const refOf = ({
  installation,
  owner,
  repo,
  repositoryId,
  number,
}: typeof pullRequests.$inferSelect): PullRequestRef => ({ installation, owner, repo, repositoryId, number });
