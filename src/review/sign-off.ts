import type { DecisionName } from '../domain/course/decision.ts';
import type { Refusal } from '../domain/refusal.ts';
import { mayDo, partsOf } from '../domain/people/rights.ts';
import type { Roster } from '../domain/people/roster.ts';
import { hadAHand, type Maker } from './involved.ts';

/** What a person says of one commit. */
export interface Verdict {
  by: { id: number; login: string; /** What GitHub calls the kind of account. */ type: string };
  says: 'mastered' | 'not-yet';
  /** The whole id of the commit that they looked at. */
  sha: string;
  why: string | null;
  /** When it was said; milliseconds since 1970. */
  at: number;
}

/** How the work stands that a verdict is about. */
export interface Work {
  /** It is a re-check of what was mastered: nothing is decided on it. */
  isRecheck?: boolean;
  open: boolean;
  draft: boolean;
  headSha: string;
  /** The learner: who opened the pull request. */
  author: number;
  /** Authors, committers and co-authors of its commits. */
  makers: readonly Maker[];
  /** Whose fork it comes from, by login; null where it comes from none, or from one that is gone. */
  forkOwner: string | null;
  /** The same commit is the head of another learner's open pull request in the same repository. */
  isShared: boolean;
  /** What the machine has found of the head; null while it has come to nothing. */
  found: DecisionName | null;
  /** What it was sure of by itself, also where a person has the last word; null or left out: it had doubts of its own. */
  claimed?: Verdict['says'] | null;
  /** When a result of the head was told first (ms since 1970); null or left out: it is not known. */
  toldAt?: number | null;
}

/** GitHub tells whole seconds: what was said in one was said before its end. */
export const SECOND = 1000;

/**
 * Why a person's verdict on a commit is not taken; null where it is the last word. It is staff's alone, by the roster and by nothing that
 * GitHub says of anybody's rights; it is about the commit that they looked at and no other; and never about work that they had a
 * hand in. Where staff and machine disagree, and where it is 'not yet', a reason is asked for.
 */
export function refusalOf(verdict: Verdict, work: Work, roster: Roster): Refusal | null {
  const { by, says, sha, why } = verdict;
  const standing = roster.get(by.id);
  if (by.type !== 'User') return 'not-a-person';
  if (standing === undefined) return 'unknown-person';
  if (!mayDo(says === 'mastered' ? 'approve' : 'request-changes', partsOf(by.id, work.author, roster)))
    return 'not-staff';
  if (by.id === work.author) return 'own-work';
  // Whoever owns the fork has pushed to it, in whosever name the commits are.
  if (by.login.toLowerCase() === work.forkOwner?.toLowerCase()) return 'had-a-hand-in-it';
  if (hadAHand({ ...by, emails: standing.emails }, work.makers)) return 'had-a-hand-in-it';
  if (work.isRecheck === true) return 'recheck';
  if (!work.open) return 'closed';
  if (work.draft) return 'practice';
  // All of it: the first characters of a commit's id can be forged.
  if (sha !== work.headSha) return 'another-commit';
  // GitHub's check is the commit's: what it says, it says on both pull requests.
  if (says === 'mastered' && work.isShared) return 'shared-commit';
  if (work.found === null) return 'not-marked-yet';
  const disagrees = says !== (work.claimed ?? (work.found === 'not-yet' ? 'not-yet' : 'mastered'));
  // Kind words that were said without having seen the result are no reason to overrule it.
  const sawNothing = typeof work.toldAt === 'number' && verdict.at + SECOND <= work.toldAt;
  if (disagrees && says === 'mastered' && sawNothing) return 'before-the-result';
  if ((disagrees || says === 'not-yet') && (why === null || why.trim() === '')) return 'reason-missing';
  return null;
}
