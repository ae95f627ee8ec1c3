import { commitsBetween, mergeBase } from '../git/commits.ts';
import { readChanges } from '../git/content.ts';
import type { Hub } from '../hub.ts';
import { isoTime, nodeId } from '../links.ts';
import type { Account, PullRequest, Repository } from '../world/entities.ts';
import { accountById, commentsOn, fullName, mayWrite, repositoryById } from '../world/find.ts';
import { simpleUser } from './account.ts';
import { repositoryShape } from './repository.ts';

/** How GitHub calls someone's relation to a repository. It is only a hint: it says nothing of who may do what. */
export function authorAssociation(hub: Hub, account: Account, repository: Repository): string {
  if (account.id === repository.ownerId) return 'OWNER';
  if (accountById(hub.world, repository.ownerId).owners.has(account.id)) return 'MEMBER';
  return mayWrite(hub.world, account, repository) ? 'COLLABORATOR' : 'NONE';
}

/** GitHub's `pull-request-simple`: a pull request in a list. */
export function simplePullShape(hub: Hub, pull: PullRequest) {
  const { world, links } = hub;
  const base = repositoryById(world, pull.repositoryId);
  const name = fullName(world, base);
  const api = links.api(`/repos/${name}/pulls/${pull.number}`);
  const issue = links.api(`/repos/${name}/issues/${pull.number}`);
  const html = links.html(`/${name}/pull/${pull.number}`);
  const pulls = links.api(`/repos/${name}/pulls`);
  const statuses = links.api(`/repos/${name}/statuses/${pull.headSha}`);
  const author = accountById(world, pull.authorId);
  return {
    url: api,
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    number: pull.number,
    state: pull.state,
    locked: pull.locked,
    title: pull.title,
    user: simpleUser(links, author),
    body: pull.body,
    created_at: isoTime(pull.createdAt),
    updated_at: isoTime(pull.updatedAt),
    closed_at: pull.closedAt === null ? null : isoTime(pull.closedAt),
    merged_at: null,
    merge_commit_sha: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [...pull.requestedReviewers].map((id) => simpleUser(links, accountById(world, id))),
    requested_teams: [],
    labels: [],
    milestone: null,
    draft: pull.draft,
    commits_url: `${api}/commits`,
    review_comments_url: `${api}/comments`,
    review_comment_url: `${pulls}/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    head: head(hub, pull),
    base: {
      label: `${accountById(world, base.ownerId).login}:${pull.baseRef}`,
      ref: pull.baseRef,
      sha: pull.baseSha,
      user: simpleUser(links, accountById(world, base.ownerId)),
      repo: repositoryShape(hub, base),
    },
    _links: {
      self: { href: api },
      html: { href: html },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${api}/comments` },
      review_comment: { href: `${pulls}/comments{/number}` },
      commits: { href: `${api}/commits` },
      statuses: { href: statuses },
    },
    author_association: authorAssociation(hub, author, base),
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** GitHub's `pull-request`: one pull request, with what git has to be asked for. */
export async function pullShape(hub: Hub, pull: PullRequest) {
  const { dir } = repositoryById(hub.world, pull.repositoryId);
  const from = await mergeBase(dir, pull.baseSha, pull.headSha);
  const changes = await readChanges(dir, from, pull.headSha);
  const commits = await commitsBetween(dir, pull.baseSha, pull.headSha);
  const reviews = [...hub.world.reviews.values()].filter(
    (review) => review.repositoryId === pull.repositoryId && review.number === pull.number,
  );
  return {
    ...simplePullShape(hub, pull),
    merged: false,
    mergeable: null,
    rebaseable: null,
    mergeable_state: 'unknown',
    merged_by: null,
    comments: commentsOn(hub.world, pull).length,
    review_comments: reviews.reduce((sum, { remarks }) => sum + remarks.length, 0),
    maintainer_can_modify: pull.headRepositoryId !== pull.repositoryId,
    commits: commits.length,
    additions: changes.reduce((sum, change) => sum + change.additions, 0),
    deletions: changes.reduce((sum, change) => sum + change.deletions, 0),
    changed_files: changes.length,
  };
}

function head(hub: Hub, pull: PullRequest) {
  const owner = accountById(hub.world, pull.headOwnerId);
  const repository =
    pull.headRepositoryId === null ? undefined : hub.world.repositories.get(pull.headRepositoryId);
  return {
    label: `${owner.login}:${pull.headRef}`,
    ref: pull.headRef,
    sha: pull.headSha,
    user: simpleUser(hub.links, owner),
    repo: repository ? repositoryShape(hub, repository) : null,
  };
}
