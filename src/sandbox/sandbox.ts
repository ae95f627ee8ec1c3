import type { FileMap } from '../domain/course/file-map.ts';
import type { Limits } from '../domain/course/limits.ts';
import type { AnalysisOutcome, AnalysisRequest } from './analysis/analysis.ts';
import type { AnalysisLimits } from './analysis/limits.ts';
import type { Wanted } from './launcher.ts';
import type { OnHappening, UnexpectedTest } from './trace.ts';

/** What the sandbox is asked to run: trusted tests against an untrusted submission. */
export interface SandboxRequest {
  /** The grader's folder name, such as `node`. */
  grader: string;
  /** The project: its dependencies decide which learner image is used. */
  project: { slug: string; dependencies: FileMap };
  submission: FileMap;
  /** Test files under `public/...` and `hidden/...`. */
  tests: FileMap;
  /** Full names of the tests that must be reported, each exactly once (the manifest). */
  expected: string[];
  /** Only some of the project's tests are among `tests`: those of `expected` that they do not have are left out. */
  partial: boolean;
  limits: Limits;
  /** What tests draw their inputs from, 32 bits; by default it follows from submission and tests (`seedOf`). */
  seed?: number;
  signal: AbortSignal;
  onTest: (done: number) => void;
  /** Told how the run goes; none of it is for learners. */
  onHappening?: OnHappening | undefined;
}

/** How one expected test ended, as the trusted runner reported it. Texts are raw: whoever shows them decides what may be shown. */
export interface TestOutcome {
  name: string;
  /** Path of its test file, below `public/` or `hidden/`. */
  testFile: string;
  status: 'passed' | 'failed' | 'error' | 'timeout';
  /** Of an assertion of the test. */
  assertion: { message: string; expected: string | null; actual: string | null } | null;
  /** Of the learner's code: thrown there, with the place in the submission. `beforeAnyCall`: it cannot know anything of the tests yet. */
  learnerError: {
    name: string;
    message: string;
    file: string | null;
    line: number | null;
    beforeAnyCall: boolean;
  } | null;
  /** A limit that was hit, in plain words. */
  limit: string | null;
  /** The same as the runner or the worker named it (docs/graders.md). */
  reason: string | null;
  durationMs: number;
}

/** `broken` is never the learner's doing: the runner failed, sent no report, or Docker did not answer. */
export type SandboxOutcome =
  | { kind: 'completed'; tests: TestOutcome[]; unexpected: UnexpectedTest[] }
  | { kind: 'broken'; audience: 'author' | 'operator'; reason: string };

export interface Sandbox {
  /** How many runs go on at once; further ones wait in line. */
  readonly places: number;
  run(request: SandboxRequest): Promise<SandboxOutcome>;
  /** Looks at a submission without running it, in a place of its own. */
  analyse<Report>(request: AnalysisRequest<Report>): Promise<AnalysisOutcome<Report>>;
  /** The ids of the images that such containers are made from: what a result was made with. */
  imagesOf(wanted: readonly Wanted[]): Promise<string[]>;
  /** Has containers ready for these projects, and for these analyses, before anybody asks for them. */
  keepReady(
    projects: readonly Pick<SandboxRequest, 'grader' | 'project' | 'limits'>[],
    analyses?: readonly { grader: string; limits: AnalysisLimits }[],
  ): void;
  /** Settles when nothing is left of the runs that have ended, and no container is being started. */
  settled(): Promise<void>;
  /** Ends all runs and removes every container that this sandbox made. */
  close(): Promise<void>;
}
