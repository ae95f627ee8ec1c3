/** How much of a submission is read. What people write by hand for a project is far below all of these. */
export interface ReadingLimits {
  /** Bytes of one file. */
  fileBytes: number;
  /** Bytes of all files that are read of one submission. */
  totalBytes: number;
  /** Files of one submission. */
  files: number;
  /** Tokens of one submission, as written. */
  tokens: number;
  /** How long one submission may take, ms. */
  submissionMs: number;
  /** What the process that reads may take for its objects, MiB; and as much again for the parser. */
  memoryMiB: number;
}

export const readingLimits: ReadingLimits = {
  fileBytes: 512 * 1024,
  totalBytes: 8 * 1024 * 1024,
  files: 1_000,
  tokens: 300_000,
  submissionMs: 20_000,
  memoryMiB: 512,
};
