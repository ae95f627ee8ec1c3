import type { Hub } from '../hub.ts';
import { simpleUser } from '../shapes/account.ts';
import { commentShape, issueShape, reviewShape } from '../shapes/comment.ts';
import { pullShape, simplePullShape } from '../shapes/pull.ts';
import type { Account, Comment, PullRequest, Review } from '../world/entities.ts';
import { repositoryById } from '../world/find.ts';
import { scene } from './scene.ts';

/** `more`: `before` and `after` of a synchronize, `changes` of an edit. */
export async function emitPull(
  hub: Hub,
  action: string,
  pull: PullRequest,
  sender: Account,
  more: Record<string, unknown> = {},
): Promise<void> {
  const repository = repositoryById(hub.world, pull.repositoryId);
  hub.hooks.emit({
    event: 'pull_request',
    action,
    repository,
    payload: {
      action,
      number: pull.number,
      ...more,
      pull_request: await pullShape(hub, pull),
      ...scene(hub, repository, sender),
    },
  });
}

/** Somebody is asked for a review, or is not any more. */
export function emitReviewRequest(
  hub: Hub,
  action: 'review_requested' | 'review_request_removed',
  pull: PullRequest,
  reviewer: Account,
  sender: Account,
): void {
  const repository = repositoryById(hub.world, pull.repositoryId);
  hub.hooks.emit({
    event: 'pull_request',
    action,
    repository,
    payload: {
      action,
      number: pull.number,
      pull_request: simplePullShape(hub, pull),
      requested_reviewer: simpleUser(hub.links, reviewer),
      ...scene(hub, repository, sender),
    },
  });
}

export function emitReview(
  hub: Hub,
  action: 'submitted' | 'edited',
  review: Review,
  pull: PullRequest,
  sender: Account,
  before?: string | null,
): void {
  const repository = repositoryById(hub.world, review.repositoryId);
  hub.hooks.emit({
    event: 'pull_request_review',
    action,
    repository,
    payload: {
      action,
      ...(action === 'edited' ? { changes: { body: { from: before ?? '' } } } : {}),
      review: reviewShape(hub, review),
      pull_request: simplePullShape(hub, pull),
      ...scene(hub, repository, sender),
    },
  });
}

export function emitComment(
  hub: Hub,
  action: 'created' | 'edited' | 'deleted',
  comment: Comment,
  pull: PullRequest,
  sender: Account,
  before?: string,
): void {
  const repository = repositoryById(hub.world, comment.repositoryId);
  hub.hooks.emit({
    event: 'issue_comment',
    action,
    repository,
    payload: {
      action,
      ...(action === 'edited' ? { changes: { body: { from: before ?? '' } } } : {}),
      issue: issueShape(hub, pull),
      comment: commentShape(hub, comment),
      ...scene(hub, repository, sender),
    },
  });
}
