import { systemClock } from '../domain/clock.ts';
import type { Marking } from '../domain/results.ts';
import { courseError } from '../domain/errors/course.ts';
import { usageError } from '../domain/errors/usage.ts';
import { visible } from '../domain/visible-text.ts';
import { exit } from './exit.ts';
import { describeExplanation } from './explanation-text.ts';
import { explainer } from './explanation.ts';
import { describeMarking } from './marking-text.ts';
import type { Parts } from './parts.ts';
import { progressLine } from './progress.ts';
import type { Terminal } from './terminal.ts';

export interface MarkOptions {
  dir: string;
  project: string;
  course: string;
  format: 'text' | 'json';
  public: boolean;
  explain: boolean;
  /** Which parallel form of the hidden tests; by default that of nobody's first attempt. */
  form?: string;
}

/** 0 for mastered or awaiting review; a partial run goes by its public criteria; 3 when nothing could be decided. */
function exitCodeOf(marking: Marking): number {
  if (marking.stages.some((stage) => stage.status === 'broken')) return exit.failed;
  if (marking.partial) {
    return marking.stages.every((stage) => stage.criteria.every((criterion) => criterion.met))
      ? exit.done
      : exit.notYet;
  }
  return marking.decision === 'not-yet' ? exit.notYet : exit.done;
}

/** `touchstone mark <dir> --project <slug>`: marks a folder the way a pull request would be marked. */
export async function markCommand(
  options: MarkOptions,
  parts: Parts,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const warnings: string[] = [];
  const course = await parts.readCourse(options.course, (warning) => warnings.push(warning));
  const project = course.projects.get(options.project);
  if (project === undefined) {
    throw usageError('usage.unknown-project', { slug: options.project, known: [...course.projects.keys()] });
  }
  const { form } = options;
  if (form !== undefined && !project.forms.has(form)) {
    throw usageError('usage.unknown-form', { slug: project.slug, form, known: [...project.forms.keys()] });
  }
  // Whoever has the hidden tests is the course's author; a learner's copy lacks solutions as it should.
  if ((project.hiddenTests.size > 0 || project.forms.size > 0) && !options.public) {
    for (const warning of warnings) terminal.err(`Warning: ${visible(warning)}\n`);
  }
  const submission = await parts.readFolder(options.dir);

  const { explanation, onHappening } = explainer(systemClock);
  const progress = progressLine(terminal);
  const marking = await parts.openMarking();
  let result: Marking;
  try {
    result = await marking.mark({
      project,
      submission,
      publicOnly: options.public,
      ...(form !== undefined && { form }),
      signal,
      onProgress: progress.show,
      ...(options.explain && { onHappening }),
    });
  } catch (error) {
    // Whatever failed after Ctrl-C failed because of it.
    throw signal.aborted ? usageError('marking.ended-early', { dir: options.dir }, { cause: error }) : error;
  } finally {
    progress.clear();
    await marking.close();
  }

  const broken = result.stages.find((stage) => stage.status === 'broken');
  if (broken !== undefined) {
    // Standard output has the error alone where JSON was asked for.
    if (options.explain) terminal.err(describeExplanation(explanation, terminal));
    const seen = { stage: broken.id, reason: broken.reason ?? 'no reason was given' };
    throw broken.audience === 'author'
      ? courseError('course.tests-broken', seen)
      : usageError('marking.broken', seen);
  }
  if (options.format === 'json') {
    terminal.out(
      `${JSON.stringify(options.explain ? { ...result, explain: explanation } : result, null, 2)}\n`,
    );
  } else {
    terminal.out(describeMarking(result, project, terminal));
    if (options.explain) terminal.out(describeExplanation(explanation, terminal));
  }
  return exitCodeOf(result);
}
