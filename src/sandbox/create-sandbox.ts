import { z } from 'zod';
import { systemClock, type Clock } from '../domain/clock.ts';
import { sandboxError } from '../domain/errors/sandbox.ts';
import { TouchstoneError } from '../domain/errors/touchstone-error.ts';
import type { Capacity } from './capacity.ts';
import type { Launcher } from './launcher.ts';
import { Places, type Release } from './places.ts';
import { Pool } from './pool/pool.ts';
import { Run } from './run.ts';
import { RunnerReport } from './report.ts';
import type { Sandbox, SandboxOutcome, SandboxRequest } from './sandbox.ts';
import { watchSteadiness, type Steadiness } from './steadiness.ts';
import { verdict } from './verdict.ts';

/** A standstill that is longer than this may have used up a test's time, ms. */
const STANDSTILL_MS = 2_000;

/**
 * A sandbox over whatever starts containers: two for each run, leased from a pool, and never the same learner's twice.
 * `run` waits for a place where all are taken, rejects with the signal's reason when it is aborted, and resolves to
 * `broken` where we or the author are at fault. What a run leaves is cleared away behind its result; its place is free
 * only then.
 */
export function createSandbox(launcher: Launcher, capacity: Capacity, clock: Clock = systemClock): Sandbox {
  const places = new Places(capacity.places);
  const pool = new Pool(launcher, { places, spares: capacity.spares }, clock);
  const running = new Set<Run>();
  const leaving = new Set<Promise<void>>();

  const clearAway = (run: Run, release: Release): void => {
    const left = run.end().finally(() => {
      release();
      running.delete(run);
      leaving.delete(left);
      pool.look();
    });
    leaving.add(left);
  };

  const once = async (request: SandboxRequest, alone: boolean): Promise<SandboxOutcome> => {
    const release = await places.take({ alone, signal: request.signal });
    const run = new Run(pool, request, clock);
    running.add(run);
    const steadiness = watchSteadiness(() => launcher.pulse(), clock);
    try {
      return undisturbed(judge(await run.report(), request), steadiness);
    } catch (error) {
      request.signal.throwIfAborted();
      if (!(error instanceof TouchstoneError)) throw error;
      return broken((error.code === 'sandbox.runner-silent' ? disturbance(steadiness) : null) ?? error);
    } finally {
      steadiness.stop();
      clearAway(run, release);
    }
  };

  const settled = async (): Promise<void> => {
    await Promise.all(leaving);
    await pool.settled();
  };
  return {
    places: capacity.places,
    run: (request) => once(request, false),
    keepReady: (projects) => {
      for (const wanted of projects) {
        pool.keep({ ...wanted, role: 'learner' });
        pool.keep({ ...wanted, role: 'runner' });
      }
    },
    settled,
    async close() {
      await Promise.all([...running].map((run) => run.end()));
      await pool.close();
      await settled();
    },
  };
}

function broken(error: TouchstoneError): SandboxOutcome {
  return {
    kind: 'broken',
    audience: error.audience === 'author' ? 'author' : 'operator',
    reason: spoken(error),
  };
}

/** Times that ran out while nothing could go on say nothing about the submission, nor about its tests. */
function disturbance(steadiness: Steadiness): TouchstoneError | null {
  const seconds = Math.round(steadiness.longestMs() / 1000);
  return seconds * 1000 < STANDSTILL_MS ? null : sandboxError('sandbox.standstill', { seconds });
}

function undisturbed(outcome: SandboxOutcome, steadiness: Steadiness): SandboxOutcome {
  const ranOut = outcome.kind === 'completed' && outcome.tests.some(({ status }) => status === 'timeout');
  const disturbed = ranOut ? disturbance(steadiness) : null;
  if (disturbed !== null) throw disturbed;
  return outcome;
}

function judge(text: string, request: SandboxRequest): SandboxOutcome {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw sandboxError('sandbox.report-unreadable', { found: String(error) });
  }
  const report = RunnerReport.safeParse(parsed);
  if (!report.success) {
    throw sandboxError('sandbox.report-unreadable', { found: z.prettifyError(report.error) });
  }
  return verdict(report.data, request);
}

function spoken(error: TouchstoneError): string {
  return `${error.message} ${error.fix}`;
}
