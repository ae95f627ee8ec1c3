import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { FileMap } from '../../src/domain/course/file-map.ts';

export const gradersDir = new URL('../../graders', import.meta.url).pathname;

/** `case.json`: what a submission must get from an exam. */
const Case = z.strictObject({
  exam: z.string(),
  tests: z.record(
    z.string(),
    z.enum(['passed', 'failed', 'error', 'timeout', 'not-passed', 'any', 'broken']),
  ),
  broken: z.enum(['author', 'operator']).optional(),
  /** The submission's error that each test that did not pass must tell of. */
  learner: z
    .strictObject({
      name: z.string(),
      message: z.string(),
      file: z.string().nullable(),
      line: z.number().nullable(),
      beforeAnyCall: z.boolean(),
    })
    .optional(),
  /** What errors of the submission must say of when they were thrown. */
  beforeAnyCall: z.boolean().optional(),
  /** A word of the limit that at least one test must tell of. */
  limit: z.string().optional(),
  /** Why the case says nothing about gVisor; without it, it has to hold there too. */
  notInGvisor: z.string().optional(),
  /** Words that no test may tell of. */
  untold: z.string().optional(),
});
export interface Case extends z.infer<typeof Case> {
  submission: FileMap;
  examFiles: FileMap;
}

/** Every case of a grader that holds in this runtime (null: Docker's own), as [kind, name]. */
export function casesOf(grader: string, runtime: string | null): [string, string][] {
  const all = ['passing', 'failing', 'broken', 'hostile'].flatMap((kind) =>
    readdirSync(join(gradersDir, grader, 'cases', kind))
      .sort()
      .map((name): [string, string] => [kind, name]),
  );
  if (runtime !== 'runsc') return all;
  return all.filter(([kind, name]) => readCase(grader, kind, name).notInGvisor === undefined);
}

export function readCase(grader: string, kind: string, name: string): Case {
  const cases = join(gradersDir, grader, 'cases');
  const dir = join(cases, kind, name);
  const parsed = Case.parse(JSON.parse(readFileSync(join(dir, 'case.json'), 'utf8')));
  return {
    ...parsed,
    submission: readFiles(join(dir, 'submission')),
    examFiles: readFiles(join(cases, 'exams', parsed.exam)),
  };
}

function readFiles(dir: string): FileMap {
  const paths = readdirSync(dir, { recursive: true }).map(String);
  const files = paths.filter((path) => statSync(join(dir, path)).isFile());
  return new Map(files.map((path) => [path, new Uint8Array(readFileSync(join(dir, path)))]));
}
