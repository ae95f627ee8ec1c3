import type { FileMap } from '../domain/course/file-map.ts';
import type { Mutation } from '../domain/mutants/mutation.ts';
import type { Project } from '../domain/course/project.ts';
import { sandboxError } from '../domain/errors/sandbox.ts';
import { testFilesOf } from '../course/own-tests.ts';
import { mutationsAnalysis } from '../sandbox/analysis/mutations.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { gradersDir } from './course.ts';

/** The changes that a tool can make of a project's programs: not of tests, which nothing of the project tests. */
export function mutationsMaker(
  sandbox: Sandbox,
): (project: Project, files: FileMap, signal: AbortSignal) => Promise<Mutation[]> {
  return async (project, files, signal) => {
    const { grader } = project.rubric;
    if (grader === undefined) return [];
    const isTest = await testFilesOf(gradersDir, grader);
    const submission = new Map([...files].filter(([path]) => !isTest(path)));
    const outcome = await sandbox.analyse({ grader, submission, analysis: mutationsAnalysis, signal });
    if (outcome.kind === 'completed') return outcome.report.mutations;
    const cause = outcome.kind === 'limit' ? outcome.message : outcome.reason;
    throw sandboxError('sandbox.no-mutants', { project: project.slug, cause });
  };
}
