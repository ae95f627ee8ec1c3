import { z } from 'zod';
import type { Need } from '../access/tokens.ts';
import { created, notFound, ok, unprocessable } from '../api/reply.ts';
import { emitReviewRequest } from '../hooks/pull-events.ts';
import { publicUser } from '../shapes/account.ts';
import { notifyRequested } from '../people/notifications.ts';
import { remarkShape, restReviewShape } from '../shapes/comment.ts';
import { simplePullShape } from '../shapes/pull.ts';
import type { Account, PullRequest, Repository, Review } from '../world/entities.ts';
import { accountById, accountByLogin, fullName, mayWrite } from '../world/find.ts';
import { callingInstallation, number, repositoryOf, type Call, type Handler } from './call.ts';
import { paged } from './paging.ts';
import { pullOf } from './repositories.ts';

const read: Need = { names: ['pull_requests'], level: 'read' };
const write: Need = { names: ['pull_requests'], level: 'write' };

const ReviewersBody = z.object({ reviewers: z.array(z.string()).default([]) });

/** Who is asked to review, and what reviews say. */
export const reviewCalls = {
  'users/get-by-id': (call) => {
    callingInstallation(call);
    const account = call.hub.world.accounts.get(number(call, 'account_id'));
    if (account === undefined) throw notFound();
    return ok(publicUser(call.hub.links, account));
  },
  'pulls/request-reviewers': (call) => {
    const { repository, pull, bot } = askedOf(call);
    const people = reviewersIn(call, repository, pull);
    for (const person of people) {
      // Who is asked already is not told again.
      if (pull.requestedReviewers.has(person.id)) continue;
      pull.requestedReviewers.add(person.id);
      notifyRequested(call.hub, pull, bot, person);
      emitReviewRequest(call.hub, 'review_requested', pull, person, bot);
    }
    return created(simplePullShape(call.hub, pull));
  },
  'pulls/remove-requested-reviewers': (call) => {
    const { repository, pull, bot } = askedOf(call);
    for (const person of reviewersIn(call, repository, pull)) {
      if (pull.requestedReviewers.delete(person.id))
        emitReviewRequest(call.hub, 'review_request_removed', pull, person, bot);
    }
    return ok(simplePullShape(call.hub, pull));
  },
  'pulls/get-review': (call) => ok(restReviewShape(call.hub, reviewOf(call))),
  'pulls/list-comments-for-review': (call) => {
    const review = reviewOf(call);
    return paged(call, review.remarks, (remark) => remarkShape(call.hub, review, remark));
  },
} satisfies Record<string, Handler>;

function reviewOf(call: Call): Review {
  const repository = repositoryOf(call, read);
  const pull = pullOf(call, repository, 'pull_number');
  const review = call.hub.world.reviews.get(number(call, 'review_id'));
  if (review?.repositoryId !== repository.id || review.number !== pull.number) throw notFound();
  return review;
}

function askedOf(call: Call): { repository: Repository; pull: PullRequest; bot: Account } {
  const repository = repositoryOf(call, write);
  const pull = pullOf(call, repository, 'pull_number');
  return { repository, pull, bot: accountById(call.hub.world, callingInstallation(call).app.botId) };
}

/** @throws {Refused} 422 for the author, and for whoever has no rights in the repository: for all of them then. */
function reviewersIn(call: Call, repository: Repository, pull: PullRequest): Account[] {
  const { world } = call.hub;
  const { reviewers } = ReviewersBody.parse(call.body);
  return reviewers.map((login) => {
    const account = accountByLogin(world, login);
    if (account?.id === pull.authorId)
      throw unprocessable('Review cannot be requested from pull request author.');
    if (account === null || !mayWrite(world, account, repository))
      throw unprocessable(
        `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${fullName(world, repository)} repository.`,
      );
    return account;
  });
}
