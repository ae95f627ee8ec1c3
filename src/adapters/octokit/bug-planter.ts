import { GitHubError } from '../../domain/errors/github.ts';
import { baseOf, type BugPlanter, branchOf, type NewRecheck } from '../../retention/bug-planter.ts';
import { GitCommitAnswer, ObjectAnswer, readAnswer } from './answers.ts';
import type { GitHubClient } from './client.ts';
import { isClosedToUs } from './closed-to-us.ts';

type Octokit = ReturnType<GitHubClient['as']>;

/** GitHub's answer to what is there already: it was made before, by a worker that died. */
const isThereAlready = (error: unknown): boolean =>
  error instanceof GitHubError && error.code === 'github.refused' && error.message.includes('already exists');

/** Whether there is nothing to take away, or a rule of the repository keeps it: then it stays, and does no harm. */
const staysAsItIs = (error: unknown): boolean =>
  isClosedToUs(error) || (error instanceof GitHubError && error.code === 'github.refused');

const unlessGone = async (done: Promise<unknown>): Promise<void> => {
  try {
    await done;
  } catch (error) {
    if (!staysAsItIs(error)) throw error;
  }
};

const unlessThere = async (made: Promise<unknown>): Promise<void> => {
  try {
    await made;
  } catch (error) {
    if (!isThereAlready(error)) throw error;
  }
};

/** Puts bugs into branches of learners' own repositories, with a token that reaches one of them alone. */
export function createBugPlanter(client: GitHubClient): BugPlanter {
  return {
    async plant({ id, pull, headSha, file, report, title, body }, signal) {
      const { installation, repositoryId, owner, repo } = pull;
      const octokit = client.as({ installation, repositoryId, feature: 'branches' });
      const where = { owner, repo, ...(signal === undefined ? {} : { request: { signal } }) };
      const tree = await treeOf(octokit, where, headSha);
      const base = await commit(octokit, where, {
        tree,
        file,
        message: 'The project as it was',
        parents: [],
      });
      const reported = await commit(octokit, where, {
        tree: base.tree,
        file: { path: report.path, bytes: new TextEncoder().encode(report.text) },
        message: title,
        parents: [base.sha],
      });
      const [from, to] = [baseOf(id), branchOf(id)];
      const { git, pulls } = octokit.rest;
      await unlessThere(git.createRef({ ...where, ref: `refs/heads/${from}`, sha: base.sha }));
      await unlessThere(git.createRef({ ...where, ref: `refs/heads/${to}`, sha: reported.sha }));
      await unlessThere(pulls.create({ ...where, title, body, head: to, base: from }));
    },

    async clear({ id, home: { installation, repositoryId, owner, repo }, open }, signal) {
      const octokit = client.as({ installation, repositoryId, feature: 'branches' });
      const where = { owner, repo, ...(signal === undefined ? {} : { request: { signal } }) };
      const { git, pulls } = octokit.rest;
      if (open !== null) await unlessGone(pulls.update({ ...where, pull_number: open, state: 'closed' }));
      // What somebody pushed there stays in the pull request, and GitHub offers to bring the branch back.
      for (const branch of [branchOf(id), baseOf(id)])
        await unlessGone(git.deleteRef({ ...where, ref: `heads/${branch}` }));
    },
  };
}

interface Where {
  owner: string;
  repo: string;
}

async function treeOf(octokit: Octokit, where: Where, sha: string): Promise<string> {
  const { data } = await octokit.rest.git.getCommit({ ...where, commit_sha: sha });
  return readAnswer(GitCommitAnswer, 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}', data).tree.sha;
}

/** A commit of a tree in which one file is another. */
async function commit(
  octokit: Octokit,
  where: Where,
  {
    tree,
    file,
    message,
    parents,
  }: { tree: string; file: NewRecheck['file']; message: string; parents: string[] },
): Promise<{ sha: string; tree: string }> {
  const { git } = octokit.rest;
  const blob = await git.createBlob({
    ...where,
    content: Buffer.from(file.bytes).toString('base64'),
    encoding: 'base64',
  });
  const { sha: blobSha } = readAnswer(ObjectAnswer, 'POST /repos/{owner}/{repo}/git/blobs', blob.data);
  const made = await git.createTree({
    ...where,
    base_tree: tree,
    tree: [{ path: file.path, mode: '100644', type: 'blob', sha: blobSha }],
  });
  const { sha: treeSha } = readAnswer(ObjectAnswer, 'POST /repos/{owner}/{repo}/git/trees', made.data);
  const { data } = await git.createCommit({ ...where, message, tree: treeSha, parents });
  return {
    sha: readAnswer(ObjectAnswer, 'POST /repos/{owner}/{repo}/git/commits', data).sha,
    tree: treeSha,
  };
}
