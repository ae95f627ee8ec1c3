import { operatorError } from '../domain/errors/operator.ts';
import type { DueNow, OpenNow } from '../domain/open-now.ts';
import { mayAllSee, type Part } from '../domain/people/rights.ts';
import type { Progress } from '../domain/progress.ts';
import type { Report } from '../domain/report.ts';
import type { Marking } from '../domain/results.ts';
import type { Submission } from '../domain/submission.ts';
import type { Inbox } from '../intake/inbox.ts';
import { ownEvent } from '../intake/read-delivery.ts';
import { MOST_MISSES } from '../mastery/retention/next-recheck.ts';
import type { ConcludeDeps, Conclusion } from './conclude.ts';
import { retryAtOf } from './problem-of.ts';
import type { TakenRun } from './run-store.ts';
import { speak } from './speak.ts';

export interface ResultDeps extends ConcludeDeps {
  inbox: Inbox;
  /** Whether somebody, by GitHub's number, is a learner of the school. */
  mayLearn: (id: number) => Promise<boolean>;
  /** What a learner, by GitHub's number, is told of what else is open to them. */
  open: (learner: number, progress: Progress, challenged: readonly string[]) => OpenNow | null;
  /** The skills that the learner has mastered in other projects, and that this work on it lacks. */
  missingAgain: (submission: Submission, marking: Marking) => Promise<string[]>;
  /** What they are called who may be asked to work with the learner on it. */
  volunteers: (submission: Submission) => Promise<string[]>;
}

type Publishing = NonNullable<Conclusion>;

async function render(
  run: TakenRun,
  task: Publishing,
  { rendering, project, mayLearn, open, missingAgain, volunteers }: ResultDeps,
): Promise<Report> {
  const found = project(run.submission.project);
  if (task.outcome === 'marked' && task.marking !== null && found !== null) {
    // Whoever is nobody in the school is told how the work stands, and offered nothing.
    const isLearner = await mayLearn(run.submission.learner.id);
    return rendering.marking({
      project: found,
      marking: task.marking,
      headSha: run.submission.headSha,
      draft: run.kind === 'practice',
      previous: run.previous,
      signed: run.signed,
      appealed: run.appealed,
      peers: run.peers,
      open: isLearner ? openTo(run, task.marking, open) : null,
      due: isLearner ? dueNow(run, project) : null,
      missingAgain:
        run.kind === 'practice' ||
        run.recheckStep !== null ||
        !isLearner ||
        !mayAllSee('contradictions', readersOf(run))
          ? []
          : await missingAgain(run.submission, task.marking),
      volunteers: isLearner && asksToPair(run, task.marking) ? await volunteers(run.submission) : [],
      isLearner,
      isRecheck: run.recheckStep !== null,
      isPublic: run.isPublic,
    });
  }
  if (task.outcome === 'refused' && task.problem !== null) return rendering.refused({ error: task.problem });
  const reasonCode =
    task.problem?.code ?? operatorError('run.no-project', { project: run.submission.project }).code;
  return rendering.givenUp({ reasonCode });
}

/** Who reads what stands on a pull request: peers, once they were asked to. */
function readersOf({ peers }: TakenRun): Part[] {
  const came = peers === null ? 0 : peers.looking.length + peers.said.length + peers.replaced.length;
  return ['learner', 'staff', 'lead', ...(came === 0 ? [] : (['peer'] as const))];
}

/** Whether a next step is to work with somebody: then it says with whom. */
function asksToPair({ kind, recheckStep }: TakenRun, { feedback }: Marking): boolean {
  return (
    kind === 'attempt' &&
    recheckStep === null &&
    feedback.some(({ corrective }) => corrective?.kind === 'pair')
  );
}

/** Practice and re-checks are no attempts, and no occasion to send somebody elsewhere. */
function openTo(
  { kind, submission, progress, signed, challenged, recheckStep }: TakenRun,
  { decision: found, feedback }: Marking,
  open: ResultDeps['open'],
): OpenNow | null {
  if (kind === 'practice' || found === null || recheckStep !== null) return null;
  const decision = signed?.holds === true ? signed.says : found;
  const callsStaff = feedback.some((each) => each.callsStaff);
  const attempts = [...progress, { project: submission.project, decision, callsStaff }];
  return open(submission.learner.id, attempts, challenged);
}

/** What was missed last: one thing at a time. */
function dueNow({ kind, recheckStep, due }: TakenRun, project: ResultDeps['project']): DueNow | null {
  if (kind === 'practice' || recheckStep !== null) return null;
  const known = due.filter((each) => project(each.project) !== null);
  const last = known.toSorted((a, b) => b.since - a.since)[0];
  if (last === undefined) return null;
  const { waits, misses } = last;
  return {
    title: project(last.project)?.rubric.title ?? last.project,
    waits: waits === null ? null : `${waits.owner}/${waits.repo}#${waits.number}`,
    comesAgain: misses < MOST_MISSES,
  };
}

/** The pull request has moved on without our knowing: the run ends, and intake looks again. */
async function movedOn({ id, submission }: TakenRun, { runs, inbox }: ResultDeps): Promise<void> {
  await inbox.insert({ id: `look-after-${id}`, event: ownEvent, action: 'look', payload: submission.pull });
  await runs.supersede(id);
}

/** Where the rubric asks for peers, somebody looks whether there is one to ask now. What is lost here is found by the round. */
async function askForPeers(
  { id, kind, recheckStep, submission }: TakenRun,
  { inbox, project }: ResultDeps,
): Promise<void> {
  const wanted = project(submission.project)?.rubric.review.peers ?? 0;
  if (kind === 'practice' || recheckStep !== null || wanted === 0) return;
  await inbox.insert({ id: `peers-after-${id}`, event: ownEvent, action: 'peers', payload: submission.pull });
}

async function later(run: TakenRun, error: unknown, deps: ResultDeps): Promise<void> {
  const phase = await deps.runs.unpublished(run.id, run.token, retryAtOf(error));
  if (phase === 'given-up') {
    deps.log.error({ err: error, run: run.id }, 'the result could not be published and is given up');
  } else {
    deps.log.warn({ err: error, run: run.id }, 'the result is published later');
  }
}

/**
 * Says what came of a run, and ends it. What cannot be said for now stays stored and is said later, without marking
 * again. Rejects with the signal's reason when aborted, and where the database cannot be reached.
 */
export async function sayResult(
  run: TakenRun,
  task: Publishing,
  deps: ResultDeps,
  signal: AbortSignal,
): Promise<void> {
  try {
    const outcome = await speak(
      {
        runId: run.id,
        submission: run.submission,
        claim: { by: 'lease', token: run.token },
        what: 'result',
        report: await render(run, task, deps),
      },
      deps,
      signal,
    );
    switch (outcome) {
      case 'published':
      case 'check-only':
        await deps.runs.published(run.id, run.token);
        await askForPeers(run, deps);
        deps.log.info({ run: run.id, outcome: task.outcome, decision: task.marking?.decision }, 'published');
        return;
      case 'outdated': {
        await movedOn(run, deps);
        return;
      }
      case 'unreachable':
        await deps.runs.unreachable(run.id, run.token);
        deps.log.warn({ run: run.id }, 'the pull request cannot be reached any more');
        return;
      case 'fenced': {
        // The lease is lost, or only the pen; in the second case the run is still ours, and is said later.
        await later(run, new Error('somebody else was writing'), deps);
        return;
      }
    }
  } catch (error) {
    if (signal.aborted) throw error;
    await later(run, error, deps);
  }
}
