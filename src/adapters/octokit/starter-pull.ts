import type { Octokit } from '@octokit/rest';
import { CHECK_NAME } from '../../domain/check.ts';
import { GitHubError } from '../../domain/errors/github.ts';
import { starterBranch } from '../../domain/starter-branch.ts';
import type { MadeRepository, MendedStarter } from '../../opening/repository-maker.ts';
import {
  CheckRunsAnswer,
  CommitAnswer,
  NumbersAnswer,
  NumberAnswer,
  readAnswer,
  RefAnswer,
  ShaAnswer,
} from './answers.ts';
import { makeTree } from './starter-tree.ts';

interface Access {
  /** May write commits, branches and pull requests. */
  branches: Octokit;
  /** May do what marking takes. */
  marking: Octokit;
  where: { owner: string; repo: string; request?: { signal: AbortSignal } };
  repository: MadeRepository;
}

/** Opens a pull request that brings a mended starter in (`RepositoryMaker.bring`). */
export async function bringStarter(
  access: Access,
  starter: MendedStarter,
): Promise<{ commit: string; number: number | null } | null> {
  const { branches, where } = access;
  const tree = await makeTree(branches, where, starter.files);
  if ((await commitOf(access, starter.base)).tree.sha === tree) return null;
  // Named by its content: the same starter is offered once.
  const branch = starterBranch(tree);
  const commit = (await tipOf(access, branch)) ?? (await newBranch(access, { branch, tree, starter }));
  // Somebody has pushed something else to it: it is theirs now.
  if ((await commitOf(access, commit)).tree.sha !== tree) return null;
  await passCheck(access, commit);
  return { commit, number: await openPull(access, branch, starter) };
}

async function commitOf({ branches, where }: Access, sha: string) {
  const { data } = await branches.rest.git.getCommit({ ...where, commit_sha: sha });
  return readAnswer(CommitAnswer, 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}', data);
}

async function tipOf({ branches, where }: Access, branch: string): Promise<string | null> {
  try {
    const { data } = await branches.rest.git.getRef({ ...where, ref: `heads/${branch}` });
    return readAnswer(RefAnswer, 'GET /repos/{owner}/{repo}/git/ref/{ref}', data).object.sha;
  } catch (error) {
    if (error instanceof GitHubError && error.code === 'github.gone') return null;
    throw error;
  }
}

async function newBranch(
  { branches, where }: Access,
  { branch, tree, starter }: { branch: string; tree: string; starter: MendedStarter },
): Promise<string> {
  const made = await branches.rest.git.createCommit({
    ...where,
    message: starter.message,
    tree,
    parents: [starter.base],
  });
  const { sha } = readAnswer(ShaAnswer, 'POST /repos/{owner}/{repo}/git/commits', made.data);
  await branches.rest.git.createRef({ ...where, ref: `refs/heads/${branch}`, sha });
  return sha;
}

/** The branch that it goes into requires our check, and there is nothing to mark: this commit, and no other, may go in as it is. */
async function passCheck({ marking, where }: Access, commit: string): Promise<void> {
  const { data } = await marking.rest.checks.listForRef({ ...where, ref: commit, check_name: CHECK_NAME });
  const answer = readAnswer(CheckRunsAnswer, 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs', data);
  if (answer.check_runs.length > 0) return;
  await marking.rest.checks.create({
    ...where,
    name: CHECK_NAME,
    head_sha: commit,
    status: 'completed',
    conclusion: 'success',
    output: {
      title: 'A mended starter: there is nothing to mark',
      summary: 'This commit is the starter of the school, and nothing else. It can be merged as it is.',
    },
  });
}

/** Null where there was one of this branch already, whatever has become of it: it is not offered twice. */
async function openPull(
  { branches, marking, where, repository }: Access,
  branch: string,
  { title, words }: MendedStarter,
): Promise<number | null> {
  const head = `${repository.owner}:${branch}`;
  const { data } = await marking.rest.pulls.list({ ...where, head, state: 'all' });
  if (readAnswer(NumbersAnswer, 'GET /repos/{owner}/{repo}/pulls', data).length > 0) return null;
  const made = await branches.rest.pulls.create({
    ...where,
    head: branch,
    base: repository.branch,
    title,
    body: words,
  });
  return readAnswer(NumberAnswer, 'POST /repos/{owner}/{repo}/pulls', made.data).number;
}
