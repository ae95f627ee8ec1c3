import { checkAssessments, type CourseCheck, type CourseCheckDeps } from '../course/check/check-course.ts';
import type { TryOut, UnnamedTest } from '../course/check/trial.ts';
import { usageError } from '../domain/errors/usage.ts';
import { asRemark, describeCourseCheck, githubAnnotation } from './course-check-text.ts';
import { exit } from './exit.ts';
import type { Parts } from './parts.ts';
import { progressLine } from './progress.ts';
import type { Terminal } from './terminal.ts';

export interface CourseCheckOptions {
  dir: string;
  format: 'text' | 'json';
  /** Only what the files say; nothing is run. */
  lint: boolean;
  /** Findings as GitHub's workflow commands too. */
  annotations: boolean;
  /** How many mutants of each project's first solution are tried at most. */
  mutants: number;
}

/** `touchstone course check [dir]`: 0 when there is nothing to mend, 1 when there is. */
export async function courseCheckCommand(
  { dir, format, lint, annotations, mutants }: CourseCheckOptions,
  parts: Parts,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { course, findings } = await parts.lintCourse(dir);
  const dry: CourseCheck =
    lint || course === null
      ? { projects: [], findings: [], unnoticed: [] }
      : await dryRun((deps) => checkAssessments(course, deps), { dir, mutants, parts, terminal, signal });
  const all = [...findings, ...dry.findings];
  if (annotations)
    for (const remark of [...all, ...dry.unnoticed.map(asRemark)])
      terminal.err(`${githubAnnotation(remark)}\n`);
  const result = { ok: all.length === 0, projects: dry.projects, findings: all, unnoticed: dry.unnoticed };
  terminal.out(
    format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : describeCourseCheck(result, terminal),
  );
  return all.length === 0 ? exit.done : exit.notYet;
}

async function dryRun(
  check: (deps: CourseCheckDeps) => Promise<CourseCheck>,
  {
    dir,
    mutants,
    parts,
    terminal,
    signal,
  }: { dir: string; mutants: number; parts: Parts; terminal: Terminal; signal: AbortSignal },
): Promise<CourseCheck> {
  const progress = progressLine(terminal, 'trials');
  const marking = await parts.openTrials();
  const tryOut: TryOut = async (project, trial, seed) => {
    const unnamed: UnnamedTest[] = [];
    const hidden: string[] = [];
    const found = await marking.mark({
      project,
      submission: { files: trial.files, dropped: [] },
      publicOnly: false,
      form: trial.form,
      seed,
      signal,
      onProgress: () => undefined,
      onHappening: (_stage, happening) => {
        if (happening.what !== 'tests') return;
        unnamed.push(...happening.unexpected.map(({ name, testFile }) => ({ name, file: testFile })));
        hidden.push(
          ...happening.tests.flatMap(({ name, testFile }) => (testFile.startsWith('hidden/') ? [name] : [])),
        );
      },
    });
    return { marking: found, unnamed, hidden };
  };
  try {
    return await check({
      tryOut,
      places: marking.places,
      mutants: {
        most: mutants,
        mutationsOf: (project, files) => marking.mutationsOf(project, files, signal),
      },
      onTried: ({ project, done, of }) => {
        progress.show({ stage: project, done, total: of });
      },
    });
  } catch (error) {
    throw signal.aborted ? usageError('marking.ended-early', { dir }, { cause: error }) : error;
  } finally {
    progress.clear();
    await marking.close();
  }
}
