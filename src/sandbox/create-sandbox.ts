import { systemClock, type Clock } from '../domain/clock.ts';
import { TouchstoneError } from '../domain/errors/touchstone-error.ts';
import { analyse } from './analysis/analyse.ts';
import type { Capacity } from './pool/capacity.ts';
import { underEither } from './either-signal.ts';
import { afterSecondRun, mayBeTheMachines } from './verdict/fairness.ts';
import { broken, judge, undisturbed } from './verdict/judge.ts';
import type { Launcher } from './launcher.ts';
import { Places, type Release } from './pool/places.ts';
import { Pool } from './pool/pool.ts';
import { Run } from './run.ts';
import { seedOf } from './seed.ts';
import type { Sandbox, SandboxOutcome, SandboxRequest } from './sandbox.ts';
import { watchSteadiness } from './steadiness.ts';

/**
 * A sandbox over whatever starts containers: two for each run, leased from a pool, and never the same learner's twice.
 * `run` waits for a place where all are taken, rejects with the signal's reason when it is aborted, and resolves to
 * `broken` where we or the author are at fault. What a run leaves is cleared away behind its result and while the next
 * one has its place already, as long as there is no more to clear away than there are places.
 */
export function createSandbox(launcher: Launcher, capacity: Capacity, clock: Clock = systemClock): Sandbox {
  const places = new Places(capacity.places);
  const pool = new Pool(launcher, { places, spares: capacity.spares }, clock);
  const closing = new AbortController();
  const running = new Set<Run>();
  const analyses = new Set<Promise<unknown>>();
  const leaving = new Set<Promise<void>>();

  const clearAway = (leaves: () => Promise<void>, release: Release): void => {
    const left = leaves().finally(() => {
      leaving.delete(left);
      pool.look();
    });
    leaving.add(left);
    const free = (): void => {
      release();
      pool.look();
    };
    if (leaving.size <= places.count) free();
    else void Promise.race(leaving).finally(free);
  };
  const pulse = (): Promise<unknown> => launcher.pulse();
  const site = { places, pool, pulse, clock, closing: closing.signal, clearAway };

  const once = async (request: SandboxRequest, alone: boolean): Promise<SandboxOutcome> => {
    const askedAt = clock.now();
    const release = await underEither([request.signal, closing.signal], (signal) =>
      places.take({ alone, signal }),
    );
    const { limits, submission, tests, seed = seedOf(submission, tests) } = request;
    request.onHappening?.({ what: 'place', waitedMs: clock.now() - askedAt, alone, seed, limits });
    const run = new Run(pool, request, clock);
    running.add(run);
    const steadiness = watchSteadiness(pulse, clock);
    try {
      if (alone) await settled();
      return undisturbed(judge(await run.report(), request), steadiness);
    } catch (error) {
      request.signal.throwIfAborted();
      if (!(error instanceof TouchstoneError)) throw error;
      return broken(error, steadiness);
    } finally {
      steadiness.stop();
      clearAway(() => run.end().finally(() => running.delete(run)), release);
    }
  };

  /** What the clock alone has failed is run once more with the machine to itself, and that counts. */
  const fairly = async (request: SandboxRequest): Promise<SandboxOutcome> => {
    const first = await once(request, false);
    if (first.kind === 'broken' || !first.tests.some(mayBeTheMachines)) return first;
    const second = await once(request, true);
    if (second.kind === 'broken') return second;
    return { ...first, tests: afterSecondRun(first.tests, second.tests) };
  };

  const run = async (request: SandboxRequest): Promise<SandboxOutcome> => {
    const outcome = await fairly(request);
    if (outcome.kind === 'completed') {
      const tests = outcome.tests.map(
        ({ name, testFile, status, durationMs, reason, assertion, learnerError }) => ({
          name,
          testFile,
          status,
          durationMs,
          reason,
          why:
            assertion?.message ??
            (learnerError === null ? null : `${learnerError.name}: ${learnerError.message}`),
        }),
      );
      request.onHappening?.({ what: 'tests', tests, unexpected: outcome.unexpected });
    }
    return outcome;
  };

  const settled = async (): Promise<void> => {
    await Promise.all(leaving);
    await pool.settled();
  };
  return {
    places: capacity.places,
    run,
    analyse: (request) => {
      const analysis = analyse(request, site).finally(() => analyses.delete(analysis));
      analyses.add(analysis);
      return analysis;
    },
    imagesOf: (wanted) => Promise.all(wanted.map((each) => launcher.imageOf(each))),
    keepReady: (projects, analyses = []) => {
      for (const analysis of analyses) pool.keep({ ...analysis, role: 'analyst' });
      for (const wanted of projects) {
        pool.keep({ ...wanted, role: 'learner' });
        pool.keep({ ...wanted, role: 'runner' });
      }
    },
    settled,
    async close() {
      closing.abort(new Error('the sandbox was closed'));
      await Promise.all([...running].map((each) => each.end()));
      await Promise.allSettled(analyses);
      await pool.close();
      await settled();
    },
  };
}
