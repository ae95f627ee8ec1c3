import type { Logger } from 'pino';
import type { Course } from '../domain/course/project.ts';
import { messageOf } from '../domain/errors/message-of.ts';
import { isLearner, mayLearn } from '../domain/people/rights.ts';
import type { Roster } from '../domain/people/roster.ts';
import type { UnitForLearner } from '../domain/unit-for-learner.ts';
import { openRepository } from './open-repository.ts';
import type { OpeningStore } from './opening-store.ts';
import type { RepositoryMaker } from './repository-maker.ts';
import { whatToOpen } from './what-to-open.ts';

export interface OpeningDeps {
  course: Pick<Course, 'repositories' | 'projects' | 'opening'>;
  maker: RepositoryMaker;
  openings: OpeningStore;
  roster: () => Promise<Roster>;
  /** The units as they stand for a learner, the projects that they have handed in, and those of no help to them any more. */
  learner: (id: number) => Promise<{
    units: readonly UnitForLearner[];
    projects: readonly string[];
    wornOut: readonly string[];
  }>;
  log: Logger;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** After a failure: a minute, two, four ... at most a day. */
const pauseAfter = (tries: number): number => Math.min(MINUTE * 2 ** tries, DAY);

/** What came longer ago was looked at by many rounds, or is by the one that looks at everybody. */
const LATELY_MS = 15 * MINUTE;

/** Wants repositories for those for whom something may have opened lately, and makes those that are wanted. */
export async function openRepositories(deps: OpeningDeps, signal: AbortSignal): Promise<void> {
  await wantWhatIsOpen(deps, (learners) => deps.openings.toLookAt(learners, LATELY_MS), signal);
  const roster = await deps.roster();
  for (const due of await deps.openings.due()) {
    signal.throwIfAborted();
    // Whoever has left since is let in nowhere; should they come back, it is still wanted.
    if (!mayLearn(due.learner, roster)) continue;
    try {
      await openRepository(due, deps, signal);
      deps.log.info({ opening: due.id, project: due.project }, 'a repository was opened');
    } catch (error) {
      signal.throwIfAborted();
      deps.log.warn({ err: error, opening: due.id }, 'a repository could not be opened, and is tried again');
      await deps.openings.failed(due.id, messageOf(error), pauseAfter(due.tries));
    }
  }
}

/** Wants a repository for whatever is open to any learner of the school: the course or the people may have changed. */
export const wantForEverybody = (deps: OpeningDeps, signal: AbortSignal): Promise<void> =>
  wantWhatIsOpen(deps, (learners) => Promise.resolve(learners), signal);

async function wantWhatIsOpen(
  { course, roster, openings, learner }: OpeningDeps,
  which: (learners: readonly number[]) => Promise<readonly number[]>,
  signal: AbortSignal,
): Promise<void> {
  const learners = [...(await roster())].flatMap(([id, standing]) => (isLearner(standing) ? [id] : []));
  const there = await openings.wanted();
  for (const id of await which(learners)) {
    signal.throwIfAborted();
    const own = there.flatMap((each) => (each.learner === id ? [each.project] : []));
    // Where it is asked for, it is so on a pull request: whoever has none yet gets the first one, to begin with and to ask on.
    const isAsked = course.opening?.when === 'asked';
    if (isAsked && own.length > 0) continue;
    const { units, projects, wornOut } = await learner(id);
    const wanted = whatToOpen(id, units, new Set([...own, ...projects]), wornOut);
    if (!isAsked) await openings.want(wanted);
    else if (projects.length === 0) await openings.want(wanted.slice(0, 1));
  }
}

/** Looks once a day whether each repository still requires our check: a learner may have become its admin. */
export async function checkPins(
  { openings, maker, log }: Pick<OpeningDeps, 'openings' | 'maker' | 'log'>,
  signal: AbortSignal,
): Promise<void> {
  for (const opened of await openings.uncheckedFor(DAY)) {
    signal.throwIfAborted();
    try {
      const pinned = await maker.isPinned(opened, signal);
      if (!pinned) log.warn({ opening: opened.id }, 'a repository does not require our check');
      await openings.checked(opened.id, pinned);
    } catch (error) {
      signal.throwIfAborted();
      // It is looked at again with the next round, and none of the others waits for it.
      log.warn(
        { err: error, opening: opened.id },
        'it could not be seen whether a repository requires our check',
      );
    }
  }
}

/** GitHub's invitations expire after seven days. */
const INVITATION_MS = 8 * DAY;
/** So many in all; after that staff are told, and talk to them. */
const INVITATIONS = 4;

/** Invites anew whoever has not come in before their invitation expired: a holiday must not lock a learner out of their own work. */
export async function inviteAgain(
  { course, openings, maker, roster, log }: OpeningDeps,
  signal: AbortSignal,
): Promise<void> {
  const people = await roster();
  for (const opened of await openings.notAccepted(INVITATION_MS, INVITATIONS)) {
    signal.throwIfAborted();
    if (course.opening === null || !mayLearn(opened.learner, people)) continue;
    try {
      const login = await maker.loginOf(course.opening.owner, opened.learner, signal);
      if (login !== null) await openings.invited(opened.id, await maker.invite(opened, login, signal));
    } catch (error) {
      signal.throwIfAborted();
      log.warn(
        { err: error, opening: opened.id },
        'a learner could not be invited again, and is the next time',
      );
    }
  }
}
