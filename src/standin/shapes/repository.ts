import type { Hub } from '../hub.ts';
import { isoTime, nodeId } from '../links.ts';
import type { Repository } from '../world/entities.ts';
import { accountById, fullName, pullsOf, repositoryById } from '../world/find.ts';
import { simpleUser } from './account.ts';

/** GitHub's `repository`, as it stands in lists, pull requests and webhooks. */
export function repositoryShape(hub: Hub, repository: Repository) {
  const { world, links } = hub;
  const owner = accountById(world, repository.ownerId);
  const name = fullName(world, repository);
  const api = links.api(`/repos/${name}`);
  const html = links.html(`/${name}`);
  const open = pullsOf(world, repository).filter((pull) => pull.state === 'open').length;
  const forks = [...world.repositories.values()].filter((fork) => fork.parentId === repository.id).length;
  return {
    id: repository.id,
    node_id: nodeId('R', repository.id),
    name: repository.name,
    full_name: name,
    private: repository.private,
    owner: simpleUser(links, owner),
    html_url: html,
    description: repository.description,
    fork: repository.parentId !== null,
    ...addresses(api),
    url: api,
    created_at: isoTime(repository.createdAt),
    updated_at: isoTime(repository.updatedAt),
    pushed_at: isoTime(repository.pushedAt),
    git_url: `${html.replace(/^http/, 'git')}.git`,
    ssh_url: `git@${new URL(links.origin).hostname}:${name}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    homepage: null,
    size: 1,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    forks_count: forks,
    mirror_url: null,
    archived: false,
    disabled: false,
    open_issues_count: open,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [...repository.topics],
    custom_properties: { ...repository.properties },
    visibility: repository.private ? 'private' : 'public',
    forks,
    open_issues: open,
    watchers: 0,
    default_branch: repository.defaultBranch,
  };
}

/** GitHub's `full-repository`: one repository, asked for by name. */
export function fullRepositoryShape(hub: Hub, repository: Repository) {
  const parent = repository.parentId === null ? null : repositoryById(hub.world, repository.parentId);
  return {
    ...repositoryShape(hub, repository),
    ...(parent ? { parent: repositoryShape(hub, parent), source: repositoryShape(hub, parent) } : {}),
    network_count: 0,
    subscribers_count: 0,
  };
}

function addresses(api: string) {
  return {
    forks_url: `${api}/forks`,
    keys_url: `${api}/keys{/key_id}`,
    collaborators_url: `${api}/collaborators{/collaborator}`,
    teams_url: `${api}/teams`,
    hooks_url: `${api}/hooks`,
    issue_events_url: `${api}/issues/events{/number}`,
    events_url: `${api}/events`,
    assignees_url: `${api}/assignees{/user}`,
    branches_url: `${api}/branches{/branch}`,
    tags_url: `${api}/tags`,
    blobs_url: `${api}/git/blobs{/sha}`,
    git_tags_url: `${api}/git/tags{/sha}`,
    git_refs_url: `${api}/git/refs{/sha}`,
    trees_url: `${api}/git/trees{/sha}`,
    statuses_url: `${api}/statuses/{sha}`,
    languages_url: `${api}/languages`,
    stargazers_url: `${api}/stargazers`,
    contributors_url: `${api}/contributors`,
    subscribers_url: `${api}/subscribers`,
    subscription_url: `${api}/subscription`,
    commits_url: `${api}/commits{/sha}`,
    git_commits_url: `${api}/git/commits{/sha}`,
    comments_url: `${api}/comments{/number}`,
    issue_comment_url: `${api}/issues/comments{/number}`,
    contents_url: `${api}/contents/{+path}`,
    compare_url: `${api}/compare/{base}...{head}`,
    merges_url: `${api}/merges`,
    archive_url: `${api}/{archive_format}{/ref}`,
    downloads_url: `${api}/downloads`,
    issues_url: `${api}/issues{/number}`,
    pulls_url: `${api}/pulls{/number}`,
    milestones_url: `${api}/milestones{/number}`,
    notifications_url: `${api}/notifications{?since,all,participating}`,
    labels_url: `${api}/labels{/name}`,
    releases_url: `${api}/releases{/id}`,
    deployments_url: `${api}/deployments`,
  };
}
