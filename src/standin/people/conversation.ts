import { emitComment, emitReview } from '../hooks/pull-events.ts';
import type { Hub } from '../hub.ts';
import type { Account, Comment, PullRequest, Remark, Review } from '../world/entities.ts';
import { accountByLogin, must, pullByNumber, repositoryByName, repositoryById } from '../world/find.ts';
import { notify } from './notifications.ts';

/** A pull request, said as people say it: `owner/name` and a number. */
export interface PullName {
  repository: string;
  number: number;
}

export function pullNamed(hub: Hub, name: PullName): PullRequest {
  const repository = must(repositoryByName(hub.world, name.repository), `repository ${name.repository}`);
  return must(
    pullByNumber(hub.world, repository, name.number),
    `pull request ${name.repository}#${name.number}`,
  );
}

export function personNamed(hub: Hub, login: string): Account {
  return must(accountByLogin(hub.world, login), `account ${login}`);
}

export function addComment(
  hub: Hub,
  pull: PullRequest,
  author: Account,
  appId: number | null,
  body: string,
): Comment {
  const now = hub.world.clock.now();
  const comment: Comment = {
    id: hub.world.nextId(),
    repositoryId: pull.repositoryId,
    number: pull.number,
    authorId: author.id,
    appId,
    body,
    createdAt: now,
    updatedAt: now,
    reactions: [],
  };
  hub.world.comments.set(comment.id, comment);
  pull.updatedAt = now;
  notify(hub, pull, author, { why: 'comment', body });
  return comment;
}

export function editComment(
  hub: Hub,
  comment: Comment,
  { pull, by, body }: { pull: PullRequest; by: Account; body: string },
): void {
  notify(hub, pull, by, { why: 'edit', body, before: comment.body });
  comment.body = body;
  comment.updatedAt = hub.world.clock.now();
}

export function removeComment(hub: Hub, comment: Comment): void {
  hub.world.comments.delete(comment.id);
}

/** What people say on a pull request. Each tells the Apps that listen. */
export interface Conversation {
  /** @returns the comment's id. */
  comment(what: PullName & { as: string; body: string }): number;
  /** Edits any comment, the App's too: people with write access can. */
  edit(what: { id: number; as: string; body: string }): void;
  /** Deletes any comment. */
  remove(what: { id: number; as: string }): void;
  /** Edits what a review says; what it decides stays. */
  editReview(what: { id: number; as: string; body: string }): void;
  /** @returns the review's id. */
  review(
    what: PullName & {
      as: string;
      state: Review['state'];
      body?: string;
      remarks?: readonly Omit<Remark, 'id'>[];
      /** A commit before the head, which the reviewer had open. */
      of?: string;
    },
  ): number;
}

export function createConversation(hub: Hub): Conversation {
  const commentById = (id: number) => must(hub.world.comments.get(id), `comment ${id}`);
  const pullOf = (comment: Comment) =>
    must(
      pullByNumber(hub.world, repositoryById(hub.world, comment.repositoryId), comment.number),
      `pull request ${comment.number}`,
    );
  return {
    comment: ({ as, body, ...name }) => {
      const pull = pullNamed(hub, name);
      const author = personNamed(hub, as);
      const comment = addComment(hub, pull, author, null, body);
      emitComment(hub, 'created', comment, pull, author);
      return comment.id;
    },
    edit: ({ id, as, body }) => {
      const comment = commentById(id);
      const before = comment.body;
      const [pull, by] = [pullOf(comment), personNamed(hub, as)];
      editComment(hub, comment, { pull, by, body });
      emitComment(hub, 'edited', comment, pull, by, before);
    },
    remove: ({ id, as }) => {
      const comment = commentById(id);
      const pull = pullOf(comment);
      removeComment(hub, comment);
      emitComment(hub, 'deleted', comment, pull, personNamed(hub, as));
    },
    editReview: ({ id, as, body }) => {
      const review = must(hub.world.reviews.get(id), `review ${id}`);
      const before = review.body;
      review.body = body;
      const repository = repositoryById(hub.world, review.repositoryId);
      const pull = must(pullByNumber(hub.world, repository, review.number), `pull request ${review.number}`);
      emitReview(hub, 'edited', review, pull, personNamed(hub, as), before);
    },
    review: ({ as, state, body, remarks = [], of, ...name }) => {
      const pull = pullNamed(hub, name);
      const author = personNamed(hub, as);
      const review: Review = {
        id: hub.world.nextId(),
        repositoryId: pull.repositoryId,
        number: pull.number,
        authorId: author.id,
        state,
        body: body ?? null,
        commitSha: of ?? pull.headSha,
        submittedAt: hub.world.clock.now(),
        remarks: remarks.map((remark) => ({ ...remark, id: hub.world.nextId() })),
      };
      hub.world.reviews.set(review.id, review);
      notify(hub, pull, author, { why: 'review', body: body ?? '' });
      pull.requestedReviewers.delete(author.id);
      emitReview(hub, 'submitted', review, pull, author);
      return review.id;
    },
  };
}
