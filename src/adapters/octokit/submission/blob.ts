import { githubError } from '../../../domain/errors/github.ts';
import { BlobAnswer, readAnswer } from '../answers.ts';
import { blobName } from './git-object.ts';
import type { CommitPlace, TreeFile } from './tree.ts';

const CALL = 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}';

/** Fetches one file's content by its name in git, and checks that it is the content of that name. */
export async function fetchBlob(
  { octokit, owner, repo, signal }: CommitPlace,
  { blob }: TreeFile,
): Promise<Uint8Array> {
  const { data } = await octokit.rest.git.getBlob({
    owner,
    repo,
    file_sha: blob,
    ...(signal === undefined ? {} : { request: { signal } }),
  });
  const bytes = Buffer.from(readAnswer(BlobAnswer, CALL, data).content, 'base64');
  if (blobName(bytes, blob.length) !== blob) {
    throw githubError('github.unexpected-answer', {
      call: CALL,
      problems: 'the content is not that of the name',
    });
  }
  return new Uint8Array(bytes);
}
