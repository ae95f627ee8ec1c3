import type { Roster } from '../domain/people/roster.ts';
import type { PullRequestRef } from '../domain/submission.ts';
import { refusalOf, type Verdict } from '../review/sign-off.ts';
import type { SignOffStore, VerdictSource } from '../review/sign-off-store.ts';
import type { GitHubReader } from './github-reader.ts';

/** A verdict as a delivery tells of it. */
export interface GivenVerdict {
  source: VerdictSource;
  verdict: Verdict & { by: { login: string } };
}

export interface VerdictDeps {
  reader: GitHubReader;
  signOffs: SignOffStore;
  /** Who is who, as it is known now. */
  roster: () => Roster;
}

/** What came of a verdict, for the record; or that it has to wait, because something else is being said of the pull request. */
type Taken = { done: string } | { again: string };

/** Looks at how the pull request stands on GitHub now, and keeps a person's verdict on its head if it counts. */
export async function takeVerdict(
  pull: PullRequestRef,
  { verdict, source }: GivenVerdict,
  { reader, signOffs, roster }: VerdictDeps,
): Promise<Taken> {
  const state = await reader.pullRequest(pull);
  if (state === null) return { done: 'the pull request is gone' };
  const marked = await signOffs.markedWork(pull.repositoryId, pull.number, state.headSha);
  const { open, draft, headSha, learner } = state;
  const work = { open, draft, headSha, author: learner.id, makers: [], found: marked?.found ?? null };
  // Anybody can review a public repository: of GitHub no more is asked than has to be.
  const refusal =
    refusalOf(verdict, work, roster()) ??
    refusalOf(verdict, { ...work, makers: await reader.makers(pull) }, roster());
  if (refusal !== null || marked === null) return { done: `verdict refused: ${refusal ?? 'not-marked-yet'}` };
  switch (await signOffs.keep(marked, verdict, source)) {
    case 'kept':
      return { done: `signed off: ${verdict.says}` };
    case 'known':
      return { done: 'the verdict was kept before' };
    case 'busy':
      return { again: 'a result is being said' };
  }
}
