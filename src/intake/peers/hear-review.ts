import type { Project } from '../../domain/course/project.ts';
import { isStaff } from '../../domain/people/rights.ts';
import type { Roster, Standing } from '../../domain/people/roster.ts';
import type { PullRequestRef } from '../../domain/submission.ts';
import { hadAHand } from '../../review/involved.ts';
import { isPeer } from '../../review/peers/may-review.ts';
import type { PeerFacts, PeerStore } from '../../review/peers/peer-store.ts';
import type { ReviewRequests } from '../../review/peers/review-requests.ts';
import { type Lack, lackOf } from '../../review/wording/lacks.ts';
import { BUSY } from '../again.ts';
import type { GitHubReader } from '../github-reader.ts';
import type { HeardReview, PeerWork } from './peer-work.ts';

/** Says one kind word to a peer whose review lacks something. Said twice about the same pull request, it is one. */
export interface ReviewHints {
  hint(pull: PullRequestRef, to: { id: number; login: string }, lack: Lack, project: string): Promise<void>;
}

export interface HearDeps {
  reader: Pick<GitHubReader, 'makers'>;
  peers: PeerStore;
  reviewRequests: ReviewRequests;
  hints: ReviewHints;
  roster: () => Promise<Roster>;
  project: (slug: string) => Project | null;
}

/**
 * Keeps what a peer or a member of staff says in a review. A peer whose review gives no reason, or only says what to do, gets one word on
 * the pull request; of staff it is kept, and shown to them alone. Whoever else reviews is not listened to: on a public
 * repository anybody can. Nor is a peer where the rubric asks for none.
 */
export async function hearReview(
  pull: PullRequestRef,
  review: HeardReview,
  deps: HearDeps,
): ReturnType<PeerWork['hear']> {
  // Anybody can review what is public: of them nothing more is asked.
  const standing = (await deps.roster()).get(review.by.id);
  if (review.by.type !== 'User' || standing === undefined) return { done: null };
  const facts = await deps.peers.facts(pull);
  if (facts === null) return { done: null };
  const as = await whoIs({ ...review.by, ...standing }, pull, facts, deps);
  if (as === null) return { done: null };
  const lack = await lackIn(pull, review, deps);
  const { id: sourceId, by, says, sha: headSha } = review;
  const words = review.body === null || review.body.trim() === '' ? null : review.body;
  await deps.peers.keepReview(pull, {
    sourceId,
    by,
    as,
    headSha,
    says,
    words,
    lacks: lack?.what ?? null,
    saidAt: review.at,
  });
  if (as === 'staff') return { done: null };
  if (lack !== null) await deps.hints.hint(pull, by, lack, facts.project);
  return (await deps.peers.say(pull)) === 'busy' ? BUSY : { done: "a peer's review was kept" };
}

async function whoIs(
  { id, login, roles, emails }: HeardReview['by'] & Standing,
  pull: PullRequestRef,
  { author, mastered, project: slug }: PeerFacts,
  { roster, reader, project }: HearDeps,
): Promise<'peer' | 'staff' | null> {
  if (id === author) return null;
  if (isStaff({ roles })) return 'staff';
  // Of GitHub no more is asked than has to be.
  if ((project(slug)?.rubric.review.peers ?? 0) === 0) return null;
  if (!isPeer(id, { roster: await roster(), mastered, involved: new Set() })) return null;
  return hadAHand({ id, login, emails }, await reader.makers(pull)) ? null : 'peer';
}

/** Who has given reasons before about the same work may well say 'LGTM' in the end. */
async function lackIn(
  pull: PullRequestRef,
  { id, by, says, body }: HeardReview,
  { peers, reviewRequests }: HearDeps,
): Promise<Lack | null> {
  if (await peers.hasGivenReasons(pull, by.id, id)) return null;
  const remarks = await reviewRequests.remarks(pull, id);
  return lackOf({ says, body: body ?? '', remarks });
}
