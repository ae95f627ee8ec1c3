import { isStaff } from '../domain/people/rights.ts';
import type { Roster } from '../domain/people/roster.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { PullRequestRef } from '../domain/submission.ts';
import { refusalOf, type Verdict } from '../review/sign-off.ts';
import type { SignOffStore, VerdictSource } from '../review/sign-off-store.ts';
import { type Again, BUSY } from './again.ts';
import type { CommandAnswers } from './commands/answers.ts';
import type { GitHubReader, PullRequestState } from './github-reader.ts';

/** A verdict as a delivery tells of it. */
export interface GivenVerdict {
  source: VerdictSource;
  verdict: Verdict;
}

export interface VerdictDeps {
  reader: GitHubReader;
  signOffs: SignOffStore;
  /** Who is who, as it is known now. */
  roster: () => Promise<Roster>;
}

/** `busy`: something else is being said of the pull request at this moment. `known`: it was kept before. */
type Judged = { what: 'refused'; refusal: Refusal } | { what: 'kept' | 'known' | 'busy' };

export interface ReviewDeps extends VerdictDeps {
  answers: CommandAnswers;
}

/** What came of a verdict, for the record; or that it has to wait. */
type Taken = { done: string } | Again;

/** Whoever approves a commit on GitHub before it is marked has said it of that commit: it waits for what is found. */
const NOT_MARKED_YET: Again = { again: 'the commit has no result yet', isBusy: true };

/**
 * Looks at how the pull request stands on GitHub now, and keeps the verdict of a person's review on its head if it counts. Staff are told
 * why one does not; whoever else reviews meant no verdict.
 */
export async function takeVerdict(
  pull: PullRequestRef,
  given: GivenVerdict,
  deps: ReviewDeps,
): Promise<Taken> {
  const state = await deps.reader.pullRequest(pull);
  if (state === null) return { done: 'the pull request is gone' };
  const judged = await judgeVerdict(pull, state, given, deps);
  switch (judged.what) {
    case 'refused': {
      const { verdict, source } = given;
      const { refusal } = judged;
      const head = { ...pull, headSha: state.headSha };
      if (refusal === 'not-marked-yet' && (await deps.signOffs.willBeMarked(head, verdict.at)))
        return NOT_MARKED_YET;
      const isStaffs = verdict.by.type === 'User' && isStaff((await deps.roster()).get(verdict.by.id));
      // Staff review elsewhere, too: where nothing is followed, nothing is said.
      if (isStaffs && (await deps.signOffs.isFollowed(pull.repositoryId, pull.number)))
        await deps.answers.tell(pull, `review ${source.id}`, [{ kind: 'refused', refusal }]);
      return { done: `verdict refused: ${refusal}` };
    }
    case 'busy':
      return BUSY;
    case 'kept':
      return { done: `signed off: ${given.verdict.says}` };
    case 'known':
      return { done: 'the verdict was kept before' };
  }
}

/** Keeps a verdict on a pull request, whose present state has been read, if it counts. */
export async function judgeVerdict(
  pull: PullRequestRef,
  { open, draft, headSha, headOwner, learner, recheck, pull: { owner } }: PullRequestState,
  { verdict, source }: GivenVerdict,
  { reader, signOffs, roster }: VerdictDeps,
): Promise<Judged> {
  const marked = await signOffs.markedWork(pull.repositoryId, pull.number, headSha);
  const forkOwner = headOwner === owner ? null : headOwner;
  const found = marked?.found ?? null;
  const isShared = await signOffs.isShared(pull.repositoryId, pull.number, headSha);
  const isRecheck = recheck !== undefined;
  const work = {
    isRecheck,
    open,
    draft,
    headSha,
    author: learner.id,
    makers: [],
    forkOwner,
    isShared,
    found,
    claimed: marked?.claimed ?? null,
    toldAt: marked?.toldAt ?? null,
  };
  const known = await roster();
  // Anybody can review a public repository: of GitHub no more is asked than has to be.
  const refusal =
    refusalOf(verdict, work, known) ??
    refusalOf(verdict, { ...work, makers: await reader.makers(pull) }, known);
  if (refusal !== null || marked === null) return { what: 'refused', refusal: refusal ?? 'not-marked-yet' };
  return { what: await signOffs.keep(marked, verdict, source) };
}
