import { Readable } from 'node:stream';
import { githubError } from '../../../domain/errors/github.ts';
import type { CommitPlace, TreeFile } from './tree.ts';
import { unpack } from './unpack.ts';

const CALL = 'GET /repos/{owner}/{repo}/tarball/{ref}';

// Packing a repository may take GitHub some seconds.
const TIMEOUT_MS = 60_000;

// A header and padding take up to two blocks of 512 bytes a file, and a long path a record of its own.
const OVERHEAD_BYTES = 4_096;
const ENVELOPE_BYTES = 1024 * 1024;

/**
 * Fetches the commit as one archive and keeps the wanted files that are in it. What `.gitattributes` leaves out of an
 * archive is missing, and what they change is changed: the caller compares.
 */
export async function fetchArchive(
  { octokit, owner, repo, sha, signal }: CommitPlace,
  wanted: readonly TreeFile[],
  { entries, unpackedBytes, fileBytes }: { entries: number; unpackedBytes: number; fileBytes: number },
): Promise<Map<string, Uint8Array>> {
  const { data } = await octokit.rest.repos.downloadTarballArchive({
    owner,
    repo,
    ref: sha,
    request: {
      parseSuccessResponseBody: false,
      timeout: TIMEOUT_MS,
      ...(signal === undefined ? {} : { signal }),
    },
  });
  const body: unknown = data;
  if (!(body instanceof globalThis.ReadableStream)) {
    throw githubError('github.unexpected-answer', { call: CALL, problems: 'it has no body' });
  }
  const most = unpackedBytes * 2 + entries * OVERHEAD_BYTES + ENVELOPE_BYTES;
  return unpack(
    Readable.fromWeb(body),
    {
      compressedBytes: most,
      unpackedBytes: most,
      wanted: new Set(wanted.map(({ path }) => path)),
      // Line ends can double a file at the most.
      fileBytes: fileBytes * 2,
    },
    signal,
  );
}
