import { z } from 'zod';

/** A short name used in folders, addresses and ids: lower-case letters, digits and hyphens. */
export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'expected lower-case letters, digits and single hyphens, such as "todo-cli"',
});

/** A further way to learn what a criterion asks for; each further miss of the criterion moves to the next one. */
export const Corrective = z.strictObject({
  kind: z.enum(['read', 'worked-example', 'smaller-exercise', 'pair']),
  text: z.string().min(1),
  link: z
    .url({
      protocol: /^https?$/,
      error: 'expected the address of a web page, such as https://developer.mozilla.org/',
    })
    .optional(),
});
export type Corrective = z.infer<typeof Corrective>;

/**
 * What shows that a criterion is met: one test, by its full name (`describe > test`, joined with ' > ').
 * `hint` is the only thing said of a hidden test besides its title.
 */
export const TestEvidence = z.strictObject({
  test: z.string().min(1),
  hint: z.string().min(1).optional(),
});
export type TestEvidence = z.infer<typeof TestEvidence>;

export const Criterion = z.strictObject({
  id: Slug,
  title: z.string().min(1),
  why: z.string().min(1),
  skills: z.array(Slug).min(1),
  essential: z.boolean().default(false),
  /** How much it counts for the stage's score, against the other criteria. */
  weight: z.number().positive().default(1),
  evidence: z.array(TestEvidence).min(1),
  correctives: z.array(Corrective).min(1),
});
export type Criterion = z.infer<typeof Criterion>;

export const StageId = z.enum(['functionality', 'style', 'review']);
export type StageId = z.infer<typeof StageId>;

export const RubricStage = z.strictObject({
  id: StageId,
  /** Share of the weighted criteria that must be met, 0 to 1; brief.md: usually 0.8 to 0.9, 0.6 or less is refused. */
  threshold: z
    .number()
    .max(1)
    .refine((threshold) => threshold > 0.6, {
      error: 'expected more than 0.6: a level that low says that nothing was mastered (usual are 0.8 to 0.9)',
    }),
  criteria: z.array(Criterion).min(1),
});
export type RubricStage = z.infer<typeof RubricStage>;

/** What one submission may use. Times in seconds, sizes in mebibytes and kibibytes. */
export const Limits = z
  .strictObject({
    /** What one call into the submission may take: CPU time where it computes, time on the clock where it waits. */
    callSeconds: z.number().positive().max(60).default(2),
    /** The same for all calls of one test together. */
    testSeconds: z.number().positive().max(120).default(5),
    /** Time on the clock of the whole stage. */
    totalSeconds: z.number().positive().max(600).default(60),
    memoryMiB: z.number().int().min(64).max(4096).default(256),
    /** Processes and threads at once; the language's own count (Node: 12). */
    processes: z.number().int().min(24).max(512).default(64),
    /** What a program may print or leave in files, and a server answer; more than 512 does not cross. */
    outputKiB: z.number().int().min(1).max(512).default(256),
    /** What it may write, all files together and in one. They are kept in memory, and count for `memoryMiB` too. */
    filesMiB: z.number().int().min(1).max(1024).default(32),
    /** How many files and folders it may make. */
    files: z.number().int().min(64).max(65_536).default(2048),
  })
  .refine(({ filesMiB, memoryMiB }) => filesMiB <= memoryMiB / 2, {
    path: ['filesMiB'],
    error: 'expected at most half of memoryMiB: files are kept in memory',
  });
export type Limits = z.infer<typeof Limits>;

export const DecisionName = z.enum(['mastered', 'not-yet', 'awaiting-review']);
export type DecisionName = z.infer<typeof DecisionName>;

/** `rubric.yml` of one project. */
export const Rubric = z.strictObject({
  title: z.string().min(1),
  /** One sentence for the learner: what they will have made. */
  summary: z.string().min(1),
  grader: Slug,
  limits: Limits.default(() => Limits.parse({})),
  stages: z.array(RubricStage).min(1),
  /** The decision that each folder of `examples/` must get. */
  examples: z.record(Slug, DecisionName).default({}),
});
export type Rubric = z.infer<typeof Rubric>;

export const Unit = z.strictObject({
  id: Slug,
  title: z.string().min(1),
  needs: z.array(Slug).default([]),
  enrichment: z.boolean().default(false),
  effortHours: z.number().positive(),
  projects: z.array(Slug).min(1),
});
export type Unit = z.infer<typeof Unit>;

/** `course.yml`. */
export const CourseFile = z.strictObject({
  title: z.string().min(1),
  /** Which repository is which project: a pattern with `{project}` and `{login}`, matched on the repository's name. */
  repositories: z.string().regex(/^(?=.*\{project\})(?:[\w.-]|\{project\}|\{login\})+$/, {
    error:
      'expected letters, digits, "-", "." or "_" around "{project}" and "{login}", such as "{project}-{login}"',
  }),
  staffRepository: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/, { error: 'expected "owner/name"' })
    .optional(),
  units: z.array(Unit).min(1),
});
export type CourseFile = z.infer<typeof CourseFile>;

/** A file's bytes under its path, relative and with forward slashes. */
export type FileMap = ReadonlyMap<string, Uint8Array>;

/** One project, read whole: what the learner gets is `starter`, what marks it are `publicTests` and `hiddenTests`. */
export interface Project {
  slug: string;
  /** The project's folder on disk. */
  dir: string;
  rubric: Rubric;
  /** Markdown of `brief.md`. */
  brief: string;
  starter: FileMap;
  /** Paths are relative to `tests/public`. */
  publicTests: FileMap;
  /** Paths are relative to `tests/hidden`; empty in the copy of the course that a learner has. */
  hiddenTests: FileMap;
  /** `package.json` and `package-lock.json` of `dependencies/`, where the project needs packages of its own. */
  dependencies: FileMap;
}

export interface Course {
  title: string;
  repositories: string;
  staffRepository: string | null;
  units: Unit[];
  projects: ReadonlyMap<string, Project>;
}
