import { readCommit, type GitCommit } from '../git/commits.ts';
import { readChanges, type FileChange } from '../git/content.ts';
import type { Hub } from '../hub.ts';
import { nodeId } from '../links.ts';
import type { Account, Repository } from '../world/entities.ts';
import { fullName } from '../world/find.ts';
import { simpleUser } from './account.ts';

/** Whose account a commit's e-mail address belongs to, if anyone's. */
export function accountOfEmail(hub: Hub, email: string): Account | null {
  const isTheirs = (account: Account) => noreply(account) === email || account.emails.has(email);
  return [...hub.world.accounts.values()].find(isTheirs) ?? null;
}

/** The address that GitHub gives to those who keep theirs to themselves. */
export function noreply(account: Account): string {
  return `${account.id}+${account.login}@users.noreply.github.com`;
}

/** GitHub's `commit`, with its files. */
export async function commitShape(hub: Hub, repository: Repository, sha: string) {
  const commit = await readCommit(repository.dir, sha);
  const changes = await readChanges(repository.dir, commit.parents[0] ?? null, sha);
  const additions = changes.reduce((sum, change) => sum + change.additions, 0);
  const deletions = changes.reduce((sum, change) => sum + change.deletions, 0);
  const name = fullName(hub.world, repository);
  return {
    ...listedCommitShape(hub, repository, commit),
    stats: { additions, deletions, total: additions + deletions },
    files: changes.map((change) => fileShape(hub, name, sha, change)),
  };
}

/** GitHub's `commit` as it stands in a list. */
export function listedCommitShape(hub: Hub, repository: Repository, commit: GitCommit) {
  const { sha } = commit;
  const name = fullName(hub.world, repository);
  const url = hub.links.api(`/repos/${name}/commits/${sha}`);
  const html = hub.links.html(`/${name}/commit/${sha}`);
  return {
    sha,
    node_id: nodeId('C', repository.id),
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: hub.links.api(`/repos/${name}/git/trees/${commit.tree}`) },
      url: hub.links.api(`/repos/${name}/git/commits/${sha}`),
      comment_count: 0,
      verification: {
        verified: false,
        reason: 'unsigned',
        signature: null,
        payload: null,
        verified_at: null,
      },
    },
    url,
    html_url: html,
    comments_url: `${url}/comments`,
    author: person(hub, commit.author.email),
    committer: person(hub, commit.committer.email),
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: hub.links.api(`/repos/${name}/commits/${parent}`),
      html_url: hub.links.html(`/${name}/commit/${parent}`),
    })),
  };
}

/** GitHub's `diff-entry`. */
export function fileShape(hub: Hub, name: string, sha: string, change: FileChange) {
  const path = change.path.split('/').map(encodeURIComponent).join('/');
  return {
    sha: change.sha,
    filename: change.path,
    status: change.status,
    additions: change.additions,
    deletions: change.deletions,
    changes: change.additions + change.deletions,
    blob_url: hub.links.html(`/${name}/blob/${sha}/${path}`),
    raw_url: hub.links.html(`/${name}/raw/${sha}/${path}`),
    contents_url: hub.links.api(`/repos/${name}/contents/${path}?ref=${sha}`),
    ...(change.patch === null ? {} : { patch: change.patch }),
    ...(change.previousPath === null ? {} : { previous_filename: change.previousPath }),
  };
}

/** A commit as a push tells of it. */
export function pushedCommitShape(hub: Hub, name: string, commit: GitCommit, changes: readonly FileChange[]) {
  const paths = (...statuses: FileChange['status'][]) =>
    changes.filter((change) => statuses.includes(change.status)).map((change) => change.path);
  return {
    id: commit.sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: commit.committer.date,
    url: hub.links.html(`/${name}/commit/${commit.sha}`),
    author: pushedPerson(hub, commit.author),
    committer: pushedPerson(hub, commit.committer),
    added: paths('added', 'copied'),
    removed: paths('removed'),
    modified: paths('modified', 'changed', 'renamed'),
  };
}

function pushedPerson(hub: Hub, who: { name: string; email: string; date: string }) {
  const account = accountOfEmail(hub, who.email);
  return {
    name: who.name,
    email: who.email,
    date: who.date,
    ...(account ? { username: account.login } : {}),
  };
}

function person(hub: Hub, email: string) {
  const account = accountOfEmail(hub, email);
  return account ? simpleUser(hub.links, account) : null;
}
