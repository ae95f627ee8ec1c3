import type { Project } from '../domain/course/project.ts';
import { operatorError } from '../domain/errors/operator.ts';
import type { ErrorReport } from '../domain/errors/touchstone-error.ts';
import type { Marking } from '../domain/results.ts';
import type { Submission } from '../domain/submission.ts';
import type { RunStore } from '../marking/run-store.ts';
import { compareMarkings, effectOf, type Difference, type Effect } from './compare.ts';
import { markAgain, type MarkAgainDeps } from './mark-again.ts';
import type { RegradeStore } from './regrade-store.ts';

export interface RegradeDeps extends MarkAgainDeps {
  store: RegradeStore;
  /** Submissions at once. */
  places: number;
  runs: Pick<RunStore, 'keepRubric'>;
  /** Says what a stored run came to, if nobody else has begun to. */
  say: (run: number, signal: AbortSignal) => Promise<void>;
  onMarked: (progress: { done: number; of: number }) => void;
}

/**
 * What was done about a submission. `said`: it stands on GitHub. `to-be-said`: it is stored, and a worker says it. `recorded`: it
 * counts, and there is no place to say it. `kept`: it is noted for staff. `busy`, `moved-on`: nothing, because the pull request was
 * being marked, or has another decision by now.
 */
export type Done = 'said' | 'to-be-said' | 'recorded' | 'kept' | 'busy' | 'moved-on';

/** One pull request's assessed commit, and what it comes to now. */
export type RegradeCase = { submission: Submission } & (
  | { effect: Effect; difference: Difference; done: Done | null }
  | { effect: 'gone' | 'failed'; problem: ErrorReport }
);

/** A case before anything is done about it. */
interface Compared {
  runId: number;
  found: RegradeCase;
  /** What would take the place of the older marking; null where there is none. */
  marking: Marking | null;
}

/**
 * Marks everything that was assessed of a project once more, and says whose decision the assessment would change as it is now.
 * With `apply` it then stores and says what changed; nothing is stored before everything is marked. Mastery is never taken away.
 *
 * Rejects when aborted, and where the database cannot be reached.
 */
export async function regrade(
  project: Project,
  { apply }: { apply: boolean },
  deps: RegradeDeps,
  signal: AbortSignal,
): Promise<RegradeCase[]> {
  const compared = await compareAll(project, deps, signal);
  if (!apply) return compared.map(({ found }) => found);
  const cases: RegradeCase[] = [];
  for (const { runId, found, marking } of compared) {
    signal.throwIfAborted();
    cases.push(
      'difference' in found && marking !== null
        ? { ...found, done: await applyTo({ runId, marking, ...found }, project, deps, signal) }
        : found,
    );
  }
  return cases;
}

async function compareAll(project: Project, deps: RegradeDeps, signal: AbortSignal): Promise<Compared[]> {
  const ids = await deps.store.assessed(project.slug);
  const compared: (Compared | null)[] = [];
  const left = ids.entries();
  const one = async (): Promise<void> => {
    for (const [at, runId] of left) {
      compared[at] = await compareOne(runId, project, deps, signal);
      deps.onMarked({ done: Object.keys(compared).length, of: ids.length });
    }
  };
  await Promise.all(Array.from({ length: deps.places }, one));
  return compared.filter((each) => each !== null);
}

async function compareOne(
  runId: number,
  project: Project,
  deps: RegradeDeps,
  signal: AbortSignal,
): Promise<Compared | null> {
  const assessed = await deps.store.find(runId);
  if (assessed === null) return null;
  const { submission, marking: then } = assessed;
  if (then === null) {
    const problem = operatorError('run.unreadable', { run: runId, problem: 'its form is unknown' }).report();
    return { runId, found: { submission, effect: 'failed', problem }, marking: null };
  }
  const again = await markAgain(assessed, project, deps, signal);
  if (again.what !== 'marked')
    return { runId, found: { submission, effect: again.what, problem: again.problem }, marking: null };
  const difference = compareMarkings(then, again.marking);
  return {
    runId,
    found: { submission, effect: effectOf(difference), difference, done: null },
    marking: { ...again.marking, regraded: { before: then.decision } },
  };
}

async function applyTo(
  {
    runId,
    marking,
    effect,
    difference,
  }: { runId: number; marking: Marking; effect: Effect; difference: Difference },
  project: Project,
  { store, runs, say }: RegradeDeps,
  signal: AbortSignal,
): Promise<Done | null> {
  if (difference.now === 'mastered') await store.agree(runId);
  if (effect === 'same') return null;
  if (marking.madeWith !== undefined)
    await runs.keepRubric(marking.madeWith.rubric, project.slug, project.rubric);
  if (effect === 'keeps-mastery') {
    await store.keepMastery(runId, marking);
    return 'kept';
  }
  const stored = await store.replace(runId, marking);
  if (stored.how !== 'publish') return stored.how;
  await say(stored.run, signal);
  return (await store.isSaid(stored.run)) ? 'said' : 'to-be-said';
}
