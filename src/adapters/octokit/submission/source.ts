import { GitHubError } from '../../../domain/errors/github.ts';
import { submissionError } from '../../../domain/errors/submission.ts';
import type { Submission, SubmissionFiles } from '../../../domain/submission.ts';
import { selectFiles } from '../../../intake/files/collect.ts';
import { defaultFileLimits } from '../../../intake/files/limits.ts';
import type { FileLimits } from '../../../intake/files/limits.ts';
import type { SubmissionSource } from '../../../intake/github-reader.ts';
import { isClosedToUs } from '../closed-to-us.ts';
import type { GitHubClient } from '../client.ts';
import { fetchArchive } from './archive.ts';
import { fetchBlob } from './blob.ts';
import { asCommitted } from './git-object.ts';
import { planTransfer, transferLimits } from './transfer-plan.ts';
import type { TransferLimits } from './transfer-plan.ts';
import { readTree } from './tree.ts';
import type { CommitPlace, TreeFile } from './tree.ts';

// So many at once are faster than one by one, and far from what GitHub takes for abuse (100).
const AT_ONCE = 6;

/**
 * Where a submission's commit may be found, in the order of trying. The base repository has the commits of its pull
 * requests even where the fork is private or gone; the fork has a commit that has only now been pushed.
 */
function places(
  client: GitHubClient,
  submission: Submission,
  signal: AbortSignal | undefined,
): CommitPlace[] {
  const { pull, headSha: sha, headOwner, headRepo } = submission;
  const octokit = client.as({ installation: pull.installation, repositoryId: pull.repositoryId });
  const base = { octokit, owner: pull.owner, repo: pull.repo, sha, signal };
  const inBase = headOwner === pull.owner && headRepo === pull.repo;
  return inBase || headOwner === '' || headRepo === ''
    ? [base]
    : [base, { ...base, owner: headOwner, repo: headRepo }];
}

/** Reads the commit's tree in the first place that has it. */
async function findCommit(
  candidates: CommitPlace[],
): Promise<{ place: CommitPlace; tree: TreeFile[] } | null> {
  for (const place of candidates) {
    try {
      return { place, tree: await readTree(place) };
    } catch (error) {
      // 422: GitHub knows no object of this name.
      const unknown = error instanceof GitHubError && error.code === 'github.refused';
      if (!unknown && !isClosedToUs(error)) throw error;
    }
  }
  return null;
}

/** Fetches files one by one, a few at a time. */
async function fetchSingly(place: CommitPlace, files: readonly TreeFile[]): Promise<[string, Uint8Array][]> {
  const queue = [...files];
  const fetched: [string, Uint8Array][] = [];
  await Promise.all(
    Array.from({ length: Math.min(AT_ONCE, files.length) }, async () => {
      for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
        try {
          fetched.push([file.path, await fetchBlob(place, file)]);
        } catch (error) {
          // The others need not go on for a result that nobody gets.
          queue.length = 0;
          throw error;
        }
      }
    }),
  );
  return fetched;
}

export interface SourceOptions {
  files?: FileLimits;
  transfer?: TransferLimits;
}

/**
 * Fetches the files of exactly one commit into memory. The list of files is git's own tree, and each file's bytes are
 * checked against its name there, so that neither `export-ignore` nor `export-subst` nor an odd proxy can hide or
 * change one. Nothing of the repository is run, and nothing is written to disk.
 */
export function createSubmissionSource(
  client: GitHubClient,
  { files: limits = defaultFileLimits, transfer = transferLimits }: SourceOptions = {},
): SubmissionSource {
  const fromArchive = async (
    place: CommitPlace,
    tree: TreeFile[],
    keep: TreeFile[],
    unpackedBytes: number,
  ) => {
    const packed = await fetchArchive(place, keep, {
      entries: tree.length,
      unpackedBytes,
      fileBytes: limits.fileBytes,
    });
    const files = new Map<string, Uint8Array>();
    for (const { path, blob } of keep) {
      const bytes = packed.get(path);
      const committed = bytes === undefined ? null : asCommitted(bytes, blob);
      if (committed !== null) files.set(path, committed);
    }
    return files;
  };

  return {
    fetch: async (submission, signal): Promise<SubmissionFiles> => {
      const found = await findCommit(places(client, submission, signal));
      if (found === null) {
        throw submissionError('submission.not-there', { sha: submission.headSha });
      }
      const { place, tree } = found;
      const { keep, dropped } = selectFiles(tree, limits);
      const plan = planTransfer(
        tree.map(({ bytes }) => bytes),
        keep,
        transfer,
      );
      const files =
        plan.by === 'archive'
          ? await fromArchive(place, tree, keep, plan.unpackedBytes)
          : new Map<string, Uint8Array>();

      const missing = keep.filter(({ path }) => !files.has(path));
      if (missing.length > transfer.singleFiles) {
        throw submissionError('submission.too-many-hidden', {
          found: missing.length,
          limit: transfer.singleFiles,
        });
      }
      for (const [path, bytes] of await fetchSingly(place, missing)) files.set(path, bytes);
      return { files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))), dropped };
    },
  };
}
