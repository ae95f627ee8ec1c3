import type { FileMap } from '../domain/course/file-map.ts';
import type { Project } from '../domain/course/project.ts';
import type { Marking } from '../domain/results.ts';
import type { SubmissionFiles } from '../domain/submission.ts';
import { type Mutant, mutantOf } from '../domain/mutants/mutant.ts';
import type { Mutation } from '../domain/mutants/mutation.ts';
import { ownPart } from '../domain/mutants/own-part.ts';
import { sampleOf } from '../domain/mutants/sample.ts';

/** Each one that is tried costs a run. */
const MOST_TRIED = 8;
/** A bug that this many tests or more notice is no riddle (our choice). */
const MOST_FAILED_SHARE = 0.5;

export interface ChooseDeps {
  mutationsOf: (project: Project, files: FileMap, signal: AbortSignal) => Promise<Mutation[]>;
  /** Marks files as the learner's re-check will be marked. */
  mark: (files: SubmissionFiles, signal: AbortSignal) => Promise<Marking>;
}

/** Why there is nothing to find in somebody's work. */
export type NoBug = 'no-longer-meets' | 'not-noticed' | 'not-marked';

/** Whether work meets what its project asks of it; what a person would have to say besides does not matter here. */
export const isMet = ({ decision }: Marking): boolean =>
  decision === 'mastered' || decision === 'awaiting-review';

/**
 * Finds a small change of a learner's own work that the hidden tests notice, and that is worth looking for: the work still runs, and
 * most of its tests pass. Which one follows from `seed`.
 */
export async function chooseBug(
  project: Project,
  work: SubmissionFiles,
  seed: string,
  { mutationsOf, mark }: ChooseDeps,
  signal: AbortSignal,
): Promise<Mutant | NoBug> {
  const asItWas = await mark(work, signal);
  if (asItWas.decision === null) return 'not-marked';
  // The assessment was mended since, or it does not do every day what it did then: nobody could tell what is missing.
  if (!isMet(asItWas)) return 'no-longer-meets';
  const mutations = await mutationsOf(project, ownPart(work.files, project.starter), signal);
  const mutants = sampleOf(
    mutations.flatMap((mutation) => mutantOf(work.files, mutation) ?? []),
    MOST_TRIED,
    seed,
  );
  for (const mutant of mutants) {
    const marking = await mark({ ...work, files: mutant.files }, signal);
    // What we could not look at says nothing of the work.
    if (marking.decision === null) return 'not-marked';
    if (isRiddle(marking)) return mutant;
  }
  return 'not-noticed';
}

function isRiddle({ decision, stages }: Marking): boolean {
  const functionality = stages.find(({ id }) => id === 'functionality');
  if (decision !== 'not-yet' || functionality?.status !== 'completed' || functionality.met) return false;
  const evidence = functionality.criteria.flatMap((criterion) => criterion.evidence);
  const failed = evidence.filter(({ status }) => status !== 'passed');
  // What does not end, or cannot even be loaded, is found by looking at nothing but the first line of the trouble.
  return (
    failed.every(({ status }) => status === 'failed') && failed.length < evidence.length * MOST_FAILED_SHARE
  );
}
