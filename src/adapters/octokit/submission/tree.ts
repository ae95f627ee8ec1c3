import type { Octokit } from '@octokit/rest';
import { submissionError } from '../../../domain/errors/submission.ts';
import type { Entry } from '../../../intake/files/entry.ts';
import { TreeAnswer, readAnswer } from '../answers.ts';

/** Where a commit is read from. */
export interface CommitPlace {
  octokit: Octokit;
  owner: string;
  repo: string;
  sha: string;
  signal: AbortSignal | undefined;
}

/** An entry of the commit with the name that git gives to its content. */
export interface TreeFile extends Entry {
  blob: string;
}

// https://git-scm.com/docs/git-fast-import#_filemodify names the modes.
const kinds: Record<string, Entry['kind']> = {
  '100644': 'file',
  '100664': 'file',
  '100755': 'file',
  '120000': 'link',
  '160000': 'submodule',
};

/**
 * Lists every file of a commit, as git has it: no attribute can hide one here.
 *
 * @throws TouchstoneError `submission.too-many-entries` where GitHub lists a part alone (100,000 entries or 7 MB)
 */
export async function readTree({ octokit, owner, repo, sha, signal }: CommitPlace): Promise<TreeFile[]> {
  const { data } = await octokit.rest.git.getTree({
    owner,
    repo,
    tree_sha: sha,
    recursive: '1',
    ...(signal === undefined ? {} : { request: { signal } }),
  });
  const answer = readAnswer(TreeAnswer, 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}', data);
  if (answer.truncated) throw submissionError('submission.too-many-entries', {});
  return answer.tree
    .filter(({ type }) => type !== 'tree')
    .map(({ path, mode, sha: blob, size }) => ({
      path,
      kind: kinds[mode] ?? 'other',
      bytes: size ?? 0,
      blob,
    }));
}
