import { z } from 'zod';

/** What one submission may use. Times in seconds, sizes in mebibytes and kibibytes. */
export const Limits = z
  .strictObject({
    callSeconds: z
      .number()
      .positive()
      .max(60)
      .default(2)
      .describe(
        'What one call into the submission may take: CPU time where it computes, time on the clock where it waits.',
      ),
    testSeconds: z
      .number()
      .positive()
      .max(120)
      .default(5)
      .describe('The same for all calls of one test together.'),
    totalSeconds: z
      .number()
      .positive()
      .max(600)
      .default(60)
      .describe('Time on the clock of the whole stage.'),
    memoryMiB: z
      .number()
      .int()
      .min(64)
      .max(4096)
      .default(256)
      .describe('Memory of all its processes and files.'),
    processes: z
      .number()
      .int()
      .min(24)
      .max(512)
      .default(64)
      .describe("Processes and threads at once; the language's own count (Node: 12)."),
    outputKiB: z
      .number()
      .int()
      .min(1)
      .max(512)
      .default(256)
      .describe(
        'What a program may print or leave in files, and a server answer; more than 512 does not cross.',
      ),
    filesMiB: z
      .number()
      .int()
      .min(1)
      .max(1024)
      .default(32)
      .describe(
        'What it may write, all files together and in one. They are kept in memory, and count for memoryMiB too.',
      ),
    files: z
      .number()
      .int()
      .min(64)
      .max(65_536)
      .default(2048)
      .describe('How many files and folders it may make.'),
  })
  .refine(({ filesMiB, memoryMiB }) => filesMiB <= memoryMiB / 2, {
    path: ['filesMiB'],
    error: 'expected at most half of memoryMiB: files are kept in memory',
  });
export type Limits = z.infer<typeof Limits>;
