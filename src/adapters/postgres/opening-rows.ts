import { and, eq, gte, isNotNull, isNull, lte, ne, or, sql, type AnyColumn } from 'drizzle-orm';
import type { Opened, OpeningStore } from '../../opening/opening-store.ts';
import type { RepositoryName } from '../../opening/repository-maker.ts';
import { openings, pullRequests } from './schema.ts';
import { after } from './session.ts';
import type { Session } from './session.ts';

/** Failures before staff are told: the pauses between them make an hour. */
const TRIES_BEFORE_TOLD = 6;

type Row = typeof openings.$inferSelect;

/** Names are the same in any case, as on GitHub. */
const sameText = (column: AnyColumn, text: string) => eq(sql`lower(${column})`, text.toLowerCase());

/** Null where it was not opened yet. */
function openedOf(row: Row): Opened | null {
  const { id, learnerId, unit, project, owner, repo, repositoryId, branch, starterSha } = row;
  if (owner === null || repo === null || repositoryId === null || branch === null) return null;
  return { id, learner: learnerId, unit, project, owner, repo, repositoryId, branch, starterSha };
}

/** The repositories that are made for learners. */
export function openingRows({ rows, now }: Session): OpeningStore {
  const change = async (id: number, set: Partial<typeof openings.$inferInsert>) => {
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

    ofProject: (project) => openedWhere(eq(openings.project, project)),

    released: (id, starterSha) => change(id, { starterSha }),

    async troubles() {
      const stuck = and(isNull(openings.openedAt), gte(openings.tries, TRIES_BEFORE_TOLD));
      const found = await rows
        .select()
        .from(openings)
        .where(or(eq(openings.pinned, false), stuck))
        .orderBy(openings.id);
      return found.map(({ owner, repo, project, openedAt, problem }) => ({
        owner: owner ?? '',
        repo: repo ?? '',
        project,
        what: openedAt === null ? ('stuck' as const) : ('unpinned' as const),
        why: problem,
      }));
    },
  };
}
