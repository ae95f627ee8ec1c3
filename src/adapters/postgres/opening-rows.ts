import { and, eq, gte, isNotNull, isNull, lt, lte, ne, or, sql, type AnyColumn } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import type { Opened, OpeningStore, OpeningTrouble } from '../../opening/opening-store.ts';
import type { RepositoryName } from '../../opening/repository-maker.ts';
import { openings, pullRequests, runs, signOffs, submissions, unitRequests } from './schema.ts';
import { after } from './session.ts';
import type { Session } from './session.ts';

/** Failures before staff are told: the pauses between them make an hour. */
const TRIES_BEFORE_TOLD = 6;

/** As many as are made (`inviteAgain`), the last of which has expired. */
const INVITATIONS_BEFORE_TOLD = 4;
const EXPIRED_MS = 7 * 24 * 60 * 60 * 1_000;

type Row = typeof openings.$inferSelect;

/** Names are the same in any case, as on GitHub. */
const sameText = (column: AnyColumn, text: string) => eq(sql`lower(${column})`, text.toLowerCase());

const lastInvited = sql`coalesce(${openings.invitedAt}, ${openings.openedAt})`;

/** Opened by us, and its learner was not seen to have come in: neither on GitHub nor by work of theirs there. */
const notIn = and(
  isNotNull(openings.openedAt),
  isNotNull(openings.starterSha),
  isNull(openings.joinedAt),
  sql`not exists (
    select 1 from ${pullRequests}
    where ${pullRequests.repositoryId} = ${openings.repositoryId} and ${pullRequests.learnerId} = ${openings.learnerId}
  )`,
);

/** Null where it was not opened yet. */
function openedOf(row: Row): Opened | null {
  const { id, learnerId, unit, project, owner, repo, repositoryId, branch, starterSha } = row;
  if (owner === null || repo === null || repositoryId === null || branch === null) return null;
  return { id, learner: learnerId, unit, project, owner, repo, repositoryId, branch, starterSha };
}

/** The repositories that are made for learners. */
export function openingRows({ rows, now }: Session): OpeningStore {
  const change = async (id: number, set: PgUpdateSetSource<typeof openings>) => {
    await rows.update(openings).set(set).where(eq(openings.id, id));
  };
  const openedWhere = async (which: ReturnType<typeof and>): Promise<Opened[]> => {
    const found = await rows
      .select()
      .from(openings)
      .where(and(isNotNull(openings.openedAt), which))
      .orderBy(openings.id);
    return found.map(openedOf).filter((opened) => opened !== null);
  };

  /** Whether another learner has a repository of this name, or has handed in there what this one has not. */
  const isOthers = async ({ owner, repo }: RepositoryName, id: number, learner: number): Promise<boolean> => {
    const made = await rows
      .select({ id: openings.id })
      .from(openings)
      .where(and(ne(openings.id, id), sameText(openings.owner, owner), sameText(openings.repo, repo)));
    if (made.length > 0) return true;
    const handedIn = await rows
      .select({ learner: pullRequests.learnerId })
      .from(pullRequests)
      .where(and(sameText(pullRequests.owner, owner), sameText(pullRequests.repo, repo)));
    return handedIn.length > 0 && handedIn.every((each) => each.learner !== learner);
  };

  return {
    async want(wanted) {
      if (wanted.length === 0) return;
      await rows
        .insert(openings)
        .values(
          wanted.map(({ learner, unit, project }) => ({
            learnerId: learner,
            unit,
            project,
            wantedAt: now(),
            dueAt: now(),
          })),
        )
        .onConflictDoNothing();
    },

    async toLookAt(learners, withinMs) {
      if (learners.length === 0) return [];
      const since = after(now(), -withinMs);
      const theirs = sql`${pullRequests.learnerId} = learner.id`;
      const found = await rows
        .select({ id: sql<string>`learner.id` })
        .from(sql`unnest(${sql.param([...learners])}::bigint[]) as learner(id)`)
        .where(
          sql`exists (select 1 from ${runs} join ${pullRequests} on ${pullRequests.id} = ${runs.pullRequestId}
              where ${theirs} and ${runs.endedAt} > ${since})
            or exists (select 1 from ${signOffs} join ${submissions} on ${submissions.id} = ${signOffs.submissionId}
              join ${pullRequests} on ${pullRequests.id} = ${submissions.pullRequestId}
              where ${theirs} and ${signOffs.at} > ${since})
            or exists (select 1 from ${unitRequests} where ${unitRequests.learnerId} = learner.id and ${unitRequests.at} > ${since})
            or not (exists (select 1 from ${openings} where ${openings.learnerId} = learner.id)
              or exists (select 1 from ${pullRequests} where ${theirs}))`,
        );
      return found.map(({ id }) => Number(id));
    },

    wanted: () =>
      rows
        .select({ learner: openings.learnerId, unit: openings.unit, project: openings.project })
        .from(openings),

    async due() {
      const found = await rows
        .select()
        .from(openings)
        .where(and(isNull(openings.openedAt), lte(openings.dueAt, now())))
        .orderBy(openings.dueAt, openings.id);
      return found.map(({ id, learnerId, unit, project, owner, repo, tries }) => ({
        id,
        learner: learnerId,
        unit,
        project,
        name: owner === null || repo === null ? null : { owner, repo },
        tries,
      }));
    },

    async named(id, name, login) {
      const [own] = await rows
        .select({ learner: openings.learnerId })
        .from(openings)
        .where(eq(openings.id, id));
      if (own === undefined || (await isOthers(name, id, own.learner))) return false;
      await change(id, { ...name, learnerLogin: login });
      return true;
    },

    async opened(id, made) {
      await rows
        .update(openings)
        .set({ ...made, openedAt: now(), pinCheckedAt: now(), problem: null })
        .where(eq(openings.id, id));
    },

    async failed(id, why, againMs) {
      await rows
        .update(openings)
        .set({ problem: why, tries: sql`${openings.tries} + 1`, dueAt: after(now(), againMs) })
        .where(eq(openings.id, id));
    },

    uncheckedFor: (ms) => openedWhere(lte(openings.pinCheckedAt, after(now(), -ms))),

    async checked(id, pinned) {
      await rows.update(openings).set({ pinned, pinCheckedAt: now() }).where(eq(openings.id, id));
    },

    notAccepted: (ms, times) =>
      openedWhere(and(notIn, lt(openings.invitations, times), lte(lastInvited, after(now(), -ms)))),

    invited: (id, came) =>
      change(
        id,
        came === 'in'
          ? { joinedAt: sql`${now()}` }
          : { invitedAt: sql`${now()}`, invitations: sql`${openings.invitations} + 1` },
      ),

    ofProject: (project) => openedWhere(eq(openings.project, project)),

    released: (id, starterSha) => change(id, { starterSha }),

    async troubles() {
      const stuck = and(isNull(openings.openedAt), gte(openings.tries, TRIES_BEFORE_TOLD));
      const lastExpired = lte(lastInvited, after(now(), -EXPIRED_MS));
      const absent = and(notIn, gte(openings.invitations, INVITATIONS_BEFORE_TOLD), lastExpired);
      const what = sql<OpeningTrouble['what']>`case
        when ${openings.openedAt} is null then 'stuck' when ${absent} then 'not-accepted' else 'unpinned' end`;
      const found = await rows
        .select({
          owner: openings.owner,
          repo: openings.repo,
          project: openings.project,
          what,
          why: openings.problem,
        })
        .from(openings)
        .where(or(eq(openings.pinned, false), stuck, absent))
        .orderBy(openings.id);
      return found.map((each) => ({ ...each, owner: each.owner ?? '', repo: each.repo ?? '' }));
    },
  };
}
