import type { FileMap } from './file-map.ts';

/** How a language's own tests are found and run; a grader's folder `own-tests/` has it. */
export interface OwnTestsKit {
  /** Whether a file of a submission is a test, or lies with tests. */
  isTest: (path: string) => boolean;
  /** The trusted test file that asks how the learner's tests did, and the names of its two tests. */
  exam: FileMap;
  asks: { there: string; pass: string };
  /** What runs them in the learner's container, put among the files there. */
  program: FileMap;
}

/** What a learner's own tests are run on. */
export interface OwnTestsMaterial {
  kit: OwnTestsKit;
  /** Every right answer. */
  solutions: readonly FileMap[];
  /** Broken variants of the first one, whole, by name. */
  variants: ReadonlyMap<string, FileMap>;
}
