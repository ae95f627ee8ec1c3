import type { Project } from '../domain/course/project.ts';
import { operatorError } from '../domain/errors/operator.ts';
import type { Problem } from '../domain/run.ts';
import type { SubmissionSource } from '../intake/github-reader.ts';
import { type FormDeps, lookAtForm } from '../intake/form/look-at-form.ts';
import type { Mark } from './mark.ts';
import { formOf, formOfRecheck } from '../mastery/forms.ts';
import { brokenStage, problemOf, retryAtOf } from './problem-of.ts';
import type { Rendering } from './rendering.ts';
import type { RunStore, TakenRun, Task } from './run-store.ts';
import { speak } from './speak.ts';
import type { SpeakDeps } from './speak.ts';

export interface ConcludeDeps extends SpeakDeps {
  runs: RunStore;
  source: SubmissionSource;
  mark: Mark;
  rendering: Rendering;
  /** Null where the course has no project of that name. */
  project: (slug: string) => Project | null;
  /** Whether a person has to look at every attempt at a project, whatever its rubric says. */
  personMustLook: (project: string) => Promise<boolean>;
}

/** What marking takes besides. */
export type MarkingDeps = ConcludeDeps & FormDeps;

type Publishing = Extract<Task, { what: 'publish' }>;

/** `null`: there is nothing to say now; the run is somebody else's, or is tried again later. */
export type Conclusion = Publishing | null;

async function retryLater(
  run: TakenRun,
  error: unknown,
  notBefore: number | null,
  deps: ConcludeDeps,
  signal: AbortSignal,
): Promise<Conclusion> {
  const problem = problemOf(error);
  const after = await deps.runs.failed(run.id, run.token, problem, notBefore);
  if (after === null) return null;
  deps.log.warn(
    { run: run.id, code: problem.code, err: error, again: after.phase === 'queued' },
    'a marking failed',
  );
  if (after.phase === 'publishing') return { what: 'publish', outcome: 'given-up', marking: null, problem };
  // The lease is gone, so anybody may have taken the run already: these words are then kept back.
  await speak(
    {
      runId: run.id,
      submission: run.submission,
      claim: { by: 'waiting', tries: after.tries },
      what: 'retrying',
      report: deps.rendering.retrying({ reasonCode: problem.code }),
    },
    deps,
    signal,
  ).catch((error: unknown) => {
    deps.log.warn({ err: error, run: run.id }, 'the retry could not be announced');
  });
  return null;
}

/** Tells the learner that it has begun. That it cannot be told is no reason not to mark. */
async function tellRunning(run: TakenRun, deps: ConcludeDeps, signal: AbortSignal): Promise<void> {
  const report = deps.rendering.running({ draft: run.kind === 'practice' });
  const claim = { by: 'lease', token: run.token } as const;
  try {
    await speak({ runId: run.id, submission: run.submission, claim, what: 'running', report }, deps, signal);
  } catch (error) {
    if (!signal.aborted) deps.log.warn({ err: error, run: run.id }, 'the begin could not be announced');
  }
}

/** What is up to the learner is said, and costs no attempt. */
async function refuse(run: TakenRun, problem: Problem, { runs }: ConcludeDeps): Promise<Conclusion> {
  const stored = await runs.refused(run.id, run.token, problem);
  return stored ? { what: 'publish', outcome: 'refused', marking: null, problem } : null;
}

/** A look at what was mastered some weeks ago waits for nobody, and neither does practice. */
async function personMustLook(
  { kind, recheckStep, submission }: TakenRun,
  { personMustLook: mustLook }: MarkingDeps,
): Promise<boolean> {
  return kind === 'attempt' && recheckStep === null && (await mustLook(submission.project));
}

async function markIt(run: TakenRun, deps: MarkingDeps, signal: AbortSignal): Promise<Conclusion> {
  const project = deps.project(run.submission.project);
  if (project === null) {
    const error = operatorError('run.no-project', { project: run.submission.project });
    return retryLater(run, error, null, deps, signal);
  }
  try {
    const { pull, learner } = run.submission;
    const submission = await deps.source.fetch(run.submission, signal);
    // Trying things out needs no form, and of a re-check it is ours.
    const lacking =
      run.kind === 'attempt' && run.recheckStep === null
        ? await lookAtForm({ project, pull, submission }, deps, signal)
        : null;
    if (lacking !== null) return await refuse(run, lacking, deps);
    const marking = await deps.mark({
      project,
      submission,
      publicOnly: run.kind === 'practice',
      history: run.history,
      form:
        run.recheckStep === null
          ? formOf({ project: project.slug, learner: learner.id, attempt: run.attempt }, project.forms)
          : formOfRecheck(project, learner.id, run.recheckStep),
      personMustLook: await personMustLook(run, deps),
      signal,
      onProgress: () => undefined,
    });
    signal.throwIfAborted();
    const broken = brokenStage(marking);
    if (broken !== null) return await retryLater(run, broken, null, deps, signal);
    const flaky = marking.stages.flatMap((stage) => stage.flaky ?? []);
    if (flaky.length > 0) {
      deps.log.warn(
        { run: run.id, project: project.slug, flaky },
        'tests do not always pass on the solution',
      );
    }
    if (marking.madeWith !== undefined)
      await deps.runs.keepRubric(marking.madeWith.rubric, project.slug, project.rubric);
    const stored = await deps.runs.marked(run.id, run.token, marking);
    return stored ? { what: 'publish', outcome: 'marked', marking, problem: null } : null;
  } catch (error) {
    if (signal.aborted) throw error;
    const problem = problemOf(error);
    if (problem.audience !== 'learner') return retryLater(run, error, retryAtOf(error), deps, signal);
    return refuse(run, problem, deps);
  }
}

/**
 * Marks a run's submission and stores what came of it. The learner is told meanwhile that it has begun; that word is
 * out before this resolves, so that it cannot overtake the result.
 *
 * Rejects with the signal's reason when aborted, and where the database cannot be reached.
 */
export async function conclude(run: TakenRun, deps: MarkingDeps, signal: AbortSignal): Promise<Conclusion> {
  const told = tellRunning(run, deps, signal);
  try {
    return await markIt(run, deps, signal);
  } finally {
    await told;
  }
}
