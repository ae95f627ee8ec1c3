import type { FileMap } from '../../domain/course/file-map.ts';
import type { Project } from '../../domain/course/project.ts';
import type { Marking } from '../../domain/results.ts';

/** What is handed in to see whether an assessment is right: work whose decision is known beforehand, and small changes of a right answer. */
export interface Trial {
  kind: 'solution' | 'starter' | 'example' | 'variant' | 'mutant';
  name: string;
  /** Where an author finds it. */
  dir: string;
  files: FileMap;
  /** The parallel form that it is tried in; null where the project has none. */
  form: string | null;
  /** Which time it is, from 0; each time the tests draw other inputs. */
  repeat: number;
}

/** A test that ran although no criterion names it. `file` is below `public/` or `hidden/`. */
export interface UnnamedTest {
  name: string;
  file: string;
}

/** A trial, and what came of it. */
export interface Tried {
  trial: Trial;
  marking: Marking;
  unnamed: readonly UnnamedTest[];
  /** The names of the hidden tests that ran, whatever came of them. */
  hidden: readonly string[];
}

/** Marks a trial with this seed, as a submission would be marked. */
export type TryOut = (project: Project, trial: Trial, seed: number) => Promise<Omit<Tried, 'trial'>>;
