import { submissionError } from '../../../domain/errors/submission.ts';
import type { TreeFile } from './tree.ts';

/** How a submission's files come from GitHub: packed, or one by one. Bytes are unpacked ones. */
export type TransferPlan = { by: 'archive'; unpackedBytes: number } | { by: 'file' };

export interface TransferLimits {
  /** Bytes of everything in the commit, looked at or not: more is not unpacked to find a few files in it. */
  archiveBytes: number;
  /** Up to so many files are fetched one by one without an archive: it takes two calls anyway. */
  fewFiles: number;
  /** Files fetched one by one at the most: each is a call of the 5,000 an hour that an installation has. */
  singleFiles: number;
}

export const transferLimits: TransferLimits = {
  archiveBytes: 64 * 1024 * 1024,
  fewFiles: 3,
  singleFiles: 200,
};

/**
 * Chooses the cheaper way that is within the limits.
 *
 * @param all the sizes in bytes of every file of the commit
 * @throws TouchstoneError `submission.too-large`
 */
export function planTransfer(
  all: readonly number[],
  wanted: readonly TreeFile[],
  limits: TransferLimits,
): TransferPlan {
  if (wanted.length <= limits.fewFiles) return { by: 'file' };
  const unpackedBytes = all.reduce((sum, bytes) => sum + bytes, 0);
  if (unpackedBytes <= limits.archiveBytes) return { by: 'archive', unpackedBytes };
  if (wanted.length <= limits.singleFiles) return { by: 'file' };
  const mebibyte = 1024 * 1024;
  throw submissionError('submission.too-large', {
    foundMiB: unpackedBytes / mebibyte,
    limitMiB: limits.archiveBytes / mebibyte,
  });
}
