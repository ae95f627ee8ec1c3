import type { FileMap } from '../domain/course/file-map.ts';
import type { Mutation } from '../domain/course/mutation.ts';
import type { Project } from '../domain/course/project.ts';
import { sandboxError } from '../domain/errors/sandbox.ts';
import { testFilesOf } from '../course/own-tests.ts';
import { mutationsAnalysis } from '../sandbox/analysis/mutations.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { gradersDir } from './course.ts';

/** Makes the changes of the programs among some files. */
type Tool = (
  files: FileMap,
  context: { project: Project; sandbox: Sandbox; signal: AbortSignal },
) => Promise<Mutation[]>;

/** By grader. What is mutated is the course's own, so a tool may read it here; loaded when it is asked for, as it takes its time. */
const TOOLS: Readonly<Record<string, Tool>> = {
  node: async (files) => {
    const { mutationsOfScripts } = await import('../adapters/stryker/mutations.ts');
    return mutationsOfScripts(files);
  },
  python: async (files, { project, sandbox, signal }) => {
    const outcome = await sandbox.analyse({
      grader: 'python',
      submission: files,
      analysis: mutationsAnalysis,
      signal,
    });
    if (outcome.kind === 'completed') return outcome.report.mutations;
    const cause = outcome.kind === 'limit' ? outcome.message : outcome.reason;
    throw sandboxError('sandbox.no-mutants', { project: project.slug, cause });
  },
};

/** The changes that a tool can make of a project's programs: not of tests, which nothing of the project tests. */
export function mutationsMaker(
  sandbox: Sandbox,
): (project: Project, files: FileMap, signal: AbortSignal) => Promise<Mutation[]> {
  return async (project, files, signal) => {
    const { grader = '' } = project.rubric;
    const isTest = await testFilesOf(gradersDir, grader);
    const programs = new Map([...files].filter(([path]) => !isTest(path)));
    return (await TOOLS[grader]?.(programs, { project, sandbox, signal })) ?? [];
  };
}
