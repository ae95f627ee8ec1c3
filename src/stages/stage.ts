import type { FileMap } from '../domain/course/file-map.ts';
import type { Project } from '../domain/course/project.ts';
import type { RubricStage } from '../domain/course/stage.ts';
import type { StageFindings } from '../domain/findings.ts';
import type { Happening } from '../sandbox/trace.ts';

/** Something that happened while a stage was run. `confirming`: what has to be confirmed is run once more, or the solution is. */
export type StageHappening =
  | Happening
  | { what: 'confirming'; of: 'submission' | 'solution' }
  /** The learner's own tests are run on something that is known to be right, or broken. */
  | { what: 'own-tests'; on: string };

/** What a stage is given. It knows neither GitHub nor the database. */
export interface StageContext {
  project: Project;
  stage: RubricStage;
  submission: FileMap;
  /** Public tests alone: practice, `mark --public`, or a course without hidden tests. */
  publicOnly: boolean;
  /** Which of the project's parallel forms is run; null where it has none. */
  form: string | null;
  /** What tests draw their inputs from; by default it follows from the submission and the tests. */
  seed?: number | undefined;
  /** Aborted when a newer push came or the process is ending; the stage then rejects with the signal's reason. */
  signal: AbortSignal;
  /** Told while tests run, for a progress line. `total` is null where nobody knows beforehand. */
  onProgress: (progress: { done: number; total: number | null }) => void;
  /** Told how the sandbox's runs go, for authors and operators. */
  onHappening?: ((happening: StageHappening) => void) | undefined;
}

/** Runs one stage, and says what it found; what that comes to is for the rubric to say. It resolves to `broken` where we or the author are at fault, and rejects only when aborted. */
export type Stage = (context: StageContext) => Promise<StageFindings>;
