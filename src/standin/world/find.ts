import type { Account, CheckRun, Comment, Installation, PullRequest, Repository, Team } from './entities.ts';
import type { World } from './world.ts';

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** What must exist, or the stand-in itself is wrong. */
export function must<T>(found: T | null | undefined, what: string): T {
  if (found === null || found === undefined) throw new Error(`the stand-in has no ${what}`);
  return found;
}

export function accountById(world: World, id: number): Account {
  return must(world.accounts.get(id), `account ${id}`);
}

/** Logins are the same in any case, as on GitHub. */
export function accountByLogin(world: World, login: string): Account | null {
  return [...world.accounts.values()].find((account) => same(account.login, login)) ?? null;
}

export function repositoryById(world: World, id: number): Repository {
  return must(world.repositories.get(id), `repository ${id}`);
}

export function fullName(world: World, repository: Repository): string {
  return `${accountById(world, repository.ownerId).login}/${repository.name}`;
}

/** By its present `owner/name` only. */
export function repositoryByName(world: World, name: string): Repository | null {
  return (
    [...world.repositories.values()].find((repository) => same(fullName(world, repository), name)) ?? null
  );
}

export function pullsOf(world: World, repository: Repository): PullRequest[] {
  return [...world.pulls.values()].filter((pull) => pull.repositoryId === repository.id);
}

export function pullByNumber(world: World, repository: Repository, number: number): PullRequest | null {
  return pullsOf(world, repository).find((pull) => pull.number === number) ?? null;
}

/** Oldest first. */
export function commentsOn(world: World, pull: PullRequest): Comment[] {
  return [...world.comments.values()].filter(
    (comment) => comment.repositoryId === pull.repositoryId && comment.number === pull.number,
  );
}

/** Newest first, as GitHub lists them. */
export function checkRunsOf(world: World, repository: Repository, sha: string): CheckRun[] {
  return [...world.checkRuns.values()]
    .filter((run) => run.repositoryId === repository.id && run.headSha === sha)
    .sort((a, b) => b.id - a.id);
}

/** Only the newest run of each name and App: what a pull request shows. */
export function latestCheckRuns(runs: readonly CheckRun[]): CheckRun[] {
  const seen = new Set<string>();
  return runs.filter((run) => {
    const key = `${run.appId} ${run.name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export function covers(installation: Installation, repository: Repository): boolean {
  return (
    installation.accountId === repository.ownerId &&
    (installation.repositoryIds === null || installation.repositoryIds.has(repository.id))
  );
}

/** The repositories that an installation may see, oldest first. */
export function repositoriesOf(world: World, installation: Installation): Repository[] {
  return [...world.repositories.values()].filter((repository) => covers(installation, repository));
}

export function installationsOn(world: World, repository: Repository): Installation[] {
  return [...world.installations.values()].filter((installation) => covers(installation, repository));
}

/** The owner, the owners of the organisation that owns it, and those who were invited. */
export function mayWrite(world: World, account: Account, repository: Repository): boolean {
  const owner = accountById(world, repository.ownerId);
  return owner.id === account.id || owner.owners.has(account.id) || repository.collaborators.has(account.id);
}

/** Slugs are the same in any case. */
export function teamBySlug(world: World, organization: Account, slug: string): Team | null {
  return (
    [...world.teams.values()].find(
      (team) => team.organizationId === organization.id && same(team.slug, slug),
    ) ?? null
  );
}

/** The people in a team and in the teams below it, each once. */
export function membersOf(world: World, team: Team): Account[] {
  const below = [...world.teams.values()].filter(({ parentId }) => parentId === team.id);
  const members = [...team.members].map((id) => accountById(world, id));
  return [...new Set([...members, ...below.flatMap((each) => membersOf(world, each))])];
}
