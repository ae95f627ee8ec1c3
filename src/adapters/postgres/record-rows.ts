import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { Rubric } from '../../domain/course/rubric.ts';
import { Marking } from '../../domain/results.ts';
import type { LearnerRows } from '../../mastery/record/learner-rows.ts';
import type { RecordStore } from '../../record/record-store.ts';
import {
  pullRequests,
  rechecks,
  reviews,
  reviewsGiven,
  rubrics,
  runs,
  sessions,
  signOffs,
  submissions,
} from './schema.ts';
import type { Rows, Session } from './session.ts';
import { reviewedAt, reviewedFirst, saidAt, saidFirst } from './said-at.ts';
import { countedAttempts } from './told-attempts.ts';

/** What a learner's mastery record is made from. */
export function recordRows({ rows }: Session): RecordStore {
  return {
    async rowsOf(id) {
      const told = await countedOf(rows, id);
      return {
        told,
        verdicts: await verdictsOn(rows, id),
        sessions: await sessionsWith(rows, id),
        reviews: await reviewsOf(rows, id),
        rechecks: await rechecksOf(rows, id),
        reviewsGiven: await reviewsBy(rows, id),
        rubrics: await rubricsBehind(rows, told),
      };
    },
  };
}

async function countedOf(rows: Rows, id: number): Promise<LearnerRows['told']> {
  const found = await rows
    .select({
      run: runs.id,
      pull: pullRequests,
      commit: submissions.headSha,
      at: runs.endedAt,
      marking: runs.marking,
    })
    .from(runs)
    .innerJoin(submissions, eq(submissions.id, runs.submissionId))
    .innerJoin(pullRequests, eq(pullRequests.id, runs.pullRequestId))
    .where(and(eq(pullRequests.learnerId, id), countedAttempts(rows)))
    .orderBy(asc(runs.id));
  return found.flatMap(({ run, pull, commit, at, marking }) => {
    const read = Marking.safeParse(marking);
    if (at === null || !read.success) return [];
    return {
      project: pull.project,
      commit,
      pullRequest: `${pull.owner}/${pull.repo}#${pull.number}`,
      run,
      at: at.getTime(),
      marking: read.data,
    };
  });
}

async function verdictsOn(rows: Rows, id: number): Promise<LearnerRows['verdicts']> {
  const found = await rows
    .select({
      project: pullRequests.project,
      commit: submissions.headSha,
      says: signOffs.says,
      why: signOffs.why,
      found: signOffs.found,
      at: saidAt.mapWith(signOffs.at),
    })
    .from(signOffs)
    .innerJoin(submissions, eq(submissions.id, signOffs.submissionId))
    .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
    .where(eq(pullRequests.learnerId, id))
    .orderBy(...saidFirst);
  return found.map(timed);
}

async function sessionsWith(rows: Rows, id: number): Promise<LearnerRows['sessions']> {
  const { project, minutes, about, criterion, at } = sessions;
  const found = await rows
    .select({ project, minutes, about, criterion, at })
    .from(sessions)
    .where(eq(sessions.learnerId, id))
    .orderBy(asc(sessions.at), asc(sessions.id));
  return found.map(timed);
}

async function reviewsOf(rows: Rows, id: number): Promise<LearnerRows['reviews']> {
  const found = await rows
    .select({
      project: pullRequests.project,
      commit: reviews.headSha,
      as: reviews.givenAs,
      says: reviews.says,
      at: reviewedAt,
    })
    .from(reviews)
    .innerJoin(pullRequests, eq(pullRequests.id, reviews.pullRequestId))
    .where(eq(pullRequests.learnerId, id))
    .orderBy(...reviewedFirst);
  return found.map(timed);
}

async function rechecksOf(rows: Rows, id: number): Promise<LearnerRows['rechecks']> {
  const found = await rows
    .select({
      project: pullRequests.project,
      state: rechecks.state,
      at: sql`coalesce(${rechecks.endedAt}, ${rechecks.offeredAt})`.mapWith(rechecks.begunAt),
    })
    .from(rechecks)
    .innerJoin(submissions, eq(submissions.id, rechecks.submissionId))
    .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
    .where(
      and(eq(pullRequests.learnerId, id), inArray(rechecks.state, ['offered', 'kept', 'missed', 'shown'])),
    )
    .orderBy(asc(rechecks.id));
  return found.map(timed);
}

async function reviewsBy(rows: Rows, id: number): Promise<LearnerRows['reviewsGiven']> {
  const found = await rows
    .select({ project: reviewsGiven.project, at: reviewsGiven.at })
    .from(reviewsGiven)
    .where(eq(reviewsGiven.byId, id))
    .orderBy(asc(reviewsGiven.at), asc(reviewsGiven.id));
  return found.map(timed);
}

async function rubricsBehind(rows: Rows, told: LearnerRows['told']): Promise<LearnerRows['rubrics']> {
  const ids = new Set(told.flatMap(({ marking }) => marking.madeWith?.rubric ?? []));
  if (ids.size === 0) return new Map();
  const found = await rows
    .select({ id: rubrics.id, rubric: rubrics.rubric })
    .from(rubrics)
    .where(inArray(rubrics.id, [...ids]));
  return new Map(
    found.flatMap(({ id, rubric }) => {
      const read = Rubric.safeParse(rubric);
      return read.success ? [[id, read.data]] : [];
    }),
  );
}

const timed = <Row extends { at: Date }>({ at, ...row }: Row) => ({ ...row, at: at.getTime() });
