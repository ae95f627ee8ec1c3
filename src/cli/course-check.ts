import type { CourseFinding } from '../course/finding.ts';
import { checkAssessments, type ProjectCheck } from '../course/check/check-course.ts';
import type { TryOut, UnnamedTest } from '../course/check/trial.ts';
import { usageError } from '../domain/errors/usage.ts';
import { describeCourseCheck, githubAnnotation } from './course-check-text.ts';
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
}

/** `touchstone course check [dir]`: 0 when there is nothing to mend, 1 when there is. */
export async function courseCheckCommand(
  { dir, format, lint, annotations }: CourseCheckOptions,
  parts: Parts,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { course, findings } = await parts.lintCourse(dir);
  const dry =
    lint || course === null
      ? { projects: [], findings: [] }
      : await dryRun((tryOut, places, onTried) => checkAssessments(course, { tryOut, places, onTried }), {
          dir,
          parts,
          terminal,
          signal,
        });
  const all = [...findings, ...dry.findings];
  if (annotations) for (const finding of all) terminal.err(`${githubAnnotation(finding)}\n`);
  const result = { ok: all.length === 0, projects: dry.projects, findings: all };
  terminal.out(
    format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : describeCourseCheck(result, terminal),
  );
  return all.length === 0 ? exit.done : exit.notYet;
}

type Check = (
  tryOut: TryOut,
  places: number,
  onTried: (progress: { project: string; done: number; of: number }) => void,
) => Promise<{ projects: ProjectCheck[]; findings: CourseFinding[] }>;

async function dryRun(
  check: Check,
  { dir, parts, terminal, signal }: { dir: string; parts: Parts; terminal: Terminal; signal: AbortSignal },
): ReturnType<Check> {
  const progress = progressLine(terminal, 'trials');
  const marking = await parts.openTrials();
  const tryOut: TryOut = async (project, trial, seed) => {
    const unnamed: UnnamedTest[] = [];
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
      },
    });
    return { marking: found, unnamed };
  };
  try {
    return await check(tryOut, marking.places, ({ project, done, of }) => {
      progress.show({ stage: project, done, total: of });
    });
  } catch (error) {
    throw signal.aborted ? usageError('marking.ended-early', { dir }, { cause: error }) : error;
  } finally {
    progress.clear();
    await marking.close();
  }
}
