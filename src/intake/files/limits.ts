import { z } from 'zod';

/** How much of a submission is looked at. A learner's project is far below all of these. */
export const FileLimits = z.strictObject({
  /** Files that are kept. */
  files: z.number().int().positive().default(2_000),
  /** Bytes of one file; a larger one is left out. */
  fileBytes: z
    .number()
    .int()
    .positive()
    .default(2 * 1024 * 1024),
  /** Bytes of all kept files. */
  totalBytes: z
    .number()
    .int()
    .positive()
    .default(20 * 1024 * 1024),
  /** Characters of a path; a longer one is left out. */
  pathLength: z.number().int().positive().default(200),
  /** Bytes of a name, as the file systems have it (NAME_MAX). */
  nameBytes: z.number().int().positive().default(255),
  /** Folders within each other. */
  depth: z.number().int().positive().default(20),
  /** Entries that are listed at all, kept or not, in a folder on disk. */
  entries: z.number().int().positive().default(50_000),
  /** Left-out files that are named; of the rest there is only the number. */
  namedDropped: z.number().int().positive().default(50),
});
export type FileLimits = z.infer<typeof FileLimits>;

export const defaultFileLimits = FileLimits.parse({});
