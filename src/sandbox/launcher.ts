import type { FileMap } from '../domain/course/file-map.ts';
import type { Limits } from '../domain/course/limits.ts';
import type { AnalysisLimits } from './analysis/limits.ts';

/** Which container of a run: the trusted runner, or the one that the submission's code runs in. */
export type RunRole = 'runner' | 'learner';
/** What a container is for. An analyst reads a submission as data, and never runs it. */
export type Role = RunRole | 'analyst';

/** How a container's first process ended. */
export interface Ending {
  code: number | null;
  /** The kernel ended a process in it because its memory was used up. */
  outOfMemory: boolean;
}

/** A started container: bytes in, bytes out. */
export interface Station {
  write(bytes: Uint8Array): void;
  /** Standard output from its beginning, as it arrives; set once. */
  onOutput(listener: (chunk: Uint8Array) => void): void;
  /** Settles when its output has ended, which is when its first process has. */
  readonly ended: Promise<Ending>;
  /** What it printed on standard error, the first 64 kB. */
  log(): string;
  /** The CPU time that it has used in all, ms; null where that cannot be told. Never rejects, and may take a second. */
  cpuMs(): Promise<number | null>;
  /** Ends and removes the container. Never rejects; may be called again. */
  stop(): Promise<void>;
}

/** What a container must be made for. */
export type Wanted = WantedForRun | WantedForAnalysis;

interface WantedForAnalysis {
  role: 'analyst';
  grader: string;
  limits: AnalysisLimits;
}

export interface WantedForRun {
  role: RunRole;
  grader: string;
  /** Its dependencies decide which learner's image is used. */
  project: { slug: string; dependencies: FileMap };
  limits: Limits;
}

export interface LaunchOptions {
  /** How long the container may live, ms: whatever is older is nobody's, and is swept. */
  lifeMs: number;
  /** Aborts the start; what was made until then is removed. */
  signal: AbortSignal;
}

/** Starts containers. Rejects with a TouchstoneError of `sandboxErrors` when it cannot. */
export interface Launcher {
  launch(wanted: Wanted, options: LaunchOptions): Promise<Station>;
  /** The same for containers that can stand in for each other. */
  kindOf(wanted: Wanted): string;
  /** The image that it makes such a container from, by its id, which is a hash of its content. */
  imageOf(wanted: Wanted): Promise<string>;
  /** Settles when the engine that runs the containers has answered. */
  pulse(): Promise<unknown>;
}
