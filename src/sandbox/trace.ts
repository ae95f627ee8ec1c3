import type { Limits } from '../domain/course/limits.ts';
import type { RunRole } from './launcher.ts';
import type { FailureReason } from './protocol/kinds.ts';

/** How a test ended. `why`: what it said, of hidden tests too; it is for those who have the tests. `testFile`: below `public/` or `hidden/`. */
interface TestEnd {
  name: string;
  testFile: string;
  status: 'passed' | 'failed' | 'error' | 'timeout';
  durationMs: number;
  reason: string | null;
  why: string | null;
}

/** A test that ran although it was not expected. `testFile`: below `public/` or `hidden/`. */
export interface UnexpectedTest {
  name: string;
  testFile: string;
}

/** Something that happened in a run, for authors and operators who want to know how it went. */
export type Happening =
  /** It has a place. `alone`: it is run once more, with no other run beside it. */
  | { what: 'place'; waitedMs: number; alone: boolean; seed: number; limits: Limits }
  /** It has a container. `warm`: one that was ready. `which`: counted from 1 in this run. */
  | { what: 'container'; role: RunRole; warm: boolean; which: number; tookMs: number }
  /** A container has read the files that it was sent, and is at work. */
  | { what: 'files'; role: RunRole; count: number; bytes: number }
  /** So many tests have ended. */
  | { what: 'test'; done: number }
  /** The learner's container was stopped, or ended by itself, while so many questions were open. */
  | { what: 'lost'; reason: FailureReason; code: number | null; open: number }
  /** The CPU time that the learner's container had used before it was given back; null where that cannot be told. */
  | { what: 'used'; cpuMs: number | null }
  | { what: 'report'; bytes: number }
  /** The submission was looked at without being run. `outcome`: completed, the limit that was hit, or broken. */
  | {
      what: 'analysis';
      name: string;
      outcome: string;
      waitedMs: number;
      tookMs: number;
      warm: boolean | null;
    }
  /**
   * What came of it. `reason`: the limit that a test hit, as the runner or the worker named it. `unexpected`: tests that ran
   * although the rubric does not name them.
   */
  | { what: 'tests'; tests: TestEnd[]; unexpected: UnexpectedTest[] };

export type OnHappening = (happening: Happening) => void;
