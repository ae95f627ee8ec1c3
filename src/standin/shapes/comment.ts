import type { Hub } from '../hub.ts';
import { isoTime, nodeId } from '../links.ts';
import type { Comment, PullRequest, Reaction, Remark, Review } from '../world/entities.ts';
import { accountById, commentsOn, fullName, must, repositoryById } from '../world/find.ts';
import { simpleUser } from './account.ts';
import { appShape } from './app.ts';
import { authorAssociation } from './pull.ts';

/** GitHub's `issue-comment`. */
export function commentShape(hub: Hub, comment: Comment) {
  const { world, links } = hub;
  const repository = repositoryById(world, comment.repositoryId);
  const name = fullName(world, repository);
  const url = links.api(`/repos/${name}/issues/comments/${comment.id}`);
  const author = accountById(world, comment.authorId);
  return {
    url,
    html_url: links.html(`/${name}/pull/${comment.number}#issuecomment-${comment.id}`),
    issue_url: links.api(`/repos/${name}/issues/${comment.number}`),
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    user: simpleUser(links, author),
    created_at: isoTime(comment.createdAt),
    updated_at: isoTime(comment.updatedAt),
    author_association: authorAssociation(hub, author, repository),
    body: comment.body,
    reactions: reactionsShape(`${url}/reactions`, comment.reactions),
    performed_via_github_app:
      comment.appId === null
        ? null
        : appShape(hub, must(world.apps.get(comment.appId), `app ${comment.appId}`)),
  };
}

/** The issue that every pull request is as well, as the webhook of a comment tells it. */
export function issueShape(hub: Hub, pull: PullRequest) {
  const { world, links } = hub;
  const repository = repositoryById(world, pull.repositoryId);
  const name = fullName(world, repository);
  const url = links.api(`/repos/${name}/issues/${pull.number}`);
  const html = links.html(`/${name}/pull/${pull.number}`);
  const author = accountById(world, pull.authorId);
  return {
    url,
    repository_url: links.api(`/repos/${name}`),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    id: pull.issueId,
    node_id: nodeId('PR', pull.id),
    number: pull.number,
    title: pull.title,
    user: simpleUser(links, author),
    labels: [],
    state: pull.state,
    locked: pull.locked,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: commentsOn(world, pull).length,
    created_at: isoTime(pull.createdAt),
    updated_at: isoTime(pull.updatedAt),
    closed_at: pull.closedAt === null ? null : isoTime(pull.closedAt),
    author_association: authorAssociation(hub, author, repository),
    active_lock_reason: null,
    draft: pull.draft,
    pull_request: {
      url: links.api(`/repos/${name}/pulls/${pull.number}`),
      html_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      merged_at: null,
    },
    body: pull.body,
    reactions: reactionsShape(`${url}/reactions`, []),
    performed_via_github_app: null,
    state_reason: null,
  };
}

export function reviewShape(hub: Hub, review: Review) {
  const { world, links } = hub;
  const repository = repositoryById(world, review.repositoryId);
  const name = fullName(world, repository);
  const pull = links.api(`/repos/${name}/pulls/${review.number}`);
  const html = links.html(`/${name}/pull/${review.number}#pullrequestreview-${review.id}`);
  const author = accountById(world, review.authorId);
  return {
    id: review.id,
    node_id: nodeId('PRR', review.id),
    user: simpleUser(links, author),
    body: review.body,
    commit_id: review.commitSha,
    submitted_at: isoTime(review.submittedAt),
    updated_at: isoTime(review.submittedAt),
    state: review.state,
    html_url: html,
    pull_request_url: pull,
    author_association: authorAssociation(hub, author, repository),
    _links: { html: { href: html }, pull_request: { href: pull } },
  };
}

/** A review as the API shows it: its state in capitals, and empty words where the webhook has none. */
export function restReviewShape(hub: Hub, review: Review) {
  return { ...reviewShape(hub, review), state: review.state.toUpperCase(), body: review.body ?? '' };
}

/** GitHub's `review-comment`: what a review says of one line. */
export function remarkShape(hub: Hub, review: Review, { id, path, line, body }: Remark) {
  const { world, links } = hub;
  const repository = repositoryById(world, review.repositoryId);
  const name = fullName(world, repository);
  const url = links.api(`/repos/${name}/pulls/comments/${id}`);
  const pull = links.api(`/repos/${name}/pulls/${review.number}`);
  const html = links.html(`/${name}/pull/${review.number}#discussion_r${id}`);
  const author = accountById(world, review.authorId);
  return {
    id,
    node_id: nodeId('PRRC', id),
    url,
    pull_request_review_id: review.id,
    diff_hunk: '',
    path,
    line,
    position: line,
    original_position: line,
    commit_id: review.commitSha,
    original_commit_id: review.commitSha,
    user: simpleUser(links, author),
    body,
    created_at: isoTime(review.submittedAt),
    updated_at: isoTime(review.submittedAt),
    html_url: html,
    pull_request_url: pull,
    author_association: authorAssociation(hub, author, repository),
    _links: { self: { href: url }, html: { href: html }, pull_request: { href: pull } },
  };
}

/** GitHub's `reaction`. */
export function reactionShape(hub: Hub, reaction: Reaction) {
  const { id, accountId, content, createdAt } = reaction;
  const user = simpleUser(hub.links, accountById(hub.world, accountId));
  return { id, node_id: nodeId('REA', id), user, content, created_at: isoTime(createdAt) };
}

function reactionsShape(url: string, reactions: readonly Reaction[]) {
  const counts = { '+1': 0, '-1': 0, laugh: 0, hooray: 0, confused: 0, heart: 0, rocket: 0, eyes: 0 };
  for (const { content } of reactions) counts[content] += 1;
  return { url, total_count: reactions.length, ...counts };
}
