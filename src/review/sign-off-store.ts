import type { DecisionName } from '../domain/course/decision.ts';
import type { Verdict } from './sign-off.ts';

/** The last marking of a commit, which a verdict is about. */
export interface MarkedWork {
  runId: number;
  found: DecisionName;
  /** What the machine was sure of by itself; null where it had left it to a person. */
  claimed: Verdict['says'] | null;
  /** The rubric that it was marked by (`MadeWith.rubric`); null in records from before it was kept. */
  rubric: string | null;
  /** When a result of the commit was told first: ms since 1970. */
  toldAt: number | null;
}

/** Where a verdict was given, by GitHub's number of it: the same one is taken once. */
export interface VerdictSource {
  kind: 'review' | 'comment' | 'button';
  id: number;
}

export interface SignOffStore {
  /** Null where the commit of the pull request has not come to anything as an attempt. */
  markedWork(repositoryId: number, number: number, headSha: string): Promise<MarkedWork | null>;
  /**
   * Whether the head of a pull request will come to something by itself: it is being marked, or was pushed so shortly before a verdict
   * (ms since 1970) that nobody may have looked yet.
   */
  willBeMarked(
    head: { repositoryId: number; number: number; headSha: string },
    verdictAt: number,
  ): Promise<boolean>;
  /** Whether a pull request is one of a project of ours. */
  isFollowed(repositoryId: number, number: number): Promise<boolean>;
  /** The last word on a commit, a person's or the machine's; null where there is none. */
  decisionOn(repositoryId: number, number: number, headSha: string): Promise<DecisionName | null>;
  /** Whether a commit is the head of another learner's open pull request in the same repository as well. */
  isShared(repositoryId: number, number: number, headSha: string): Promise<boolean>;
  /** The commit whose result stood on the pull request at a time (ms since 1970); null where none did. */
  shownAt(repositoryId: number, number: number, at: number): Promise<string | null>;
  /**
   * Keeps a verdict on the commit, and has it said. The last word is the one that was said last, in whichever order they arrive. `busy`: something else is being said of the pull request at this
   * moment, and nothing was kept. `known`: it was kept before.
   */
  keep(
    work: MarkedWork,
    verdict: Pick<Verdict, 'says' | 'why' | 'by' | 'at'>,
    source: VerdictSource,
  ): Promise<'kept' | 'known' | 'busy'>;
}
