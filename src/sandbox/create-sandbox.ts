import { z } from 'zod';
import { systemClock, type Clock } from '../domain/clock.ts';
import { sandboxError } from '../domain/errors/sandbox.ts';
import { TouchstoneError } from '../domain/errors/touchstone-error.ts';
import type { Launcher } from './launcher.ts';
import { Run } from './run.ts';
import { RunnerReport } from './report.ts';
import type { Sandbox, SandboxOutcome, SandboxRequest } from './sandbox.ts';
import { watchSteadiness, type Steadiness } from './steadiness.ts';
import { verdict } from './verdict.ts';

/** A standstill that is longer than this may have used up a test's time, ms. */
const STANDSTILL_MS = 2_000;

/**
 * A sandbox over whatever starts containers: two for each run, always removed, whatever happens. `run` rejects with
 * the signal's reason when it is aborted, and resolves to `broken` where we or the author are at fault.
 */
export function createSandbox(launcher: Launcher, clock: Clock = systemClock): Sandbox {
  const running = new Set<Run>();
  return {
    async run(request) {
      request.signal.throwIfAborted();
      const run = new Run(launcher, request, clock);
      running.add(run);
      const steadiness = watchSteadiness(() => launcher.pulse(), clock);
      try {
        return undisturbed(judge(await run.report(), request), steadiness);
      } catch (error) {
        request.signal.throwIfAborted();
        if (!(error instanceof TouchstoneError)) throw error;
        const reason = (error.code === 'sandbox.runner-silent' ? disturbance(steadiness) : null) ?? error;
        return {
          kind: 'broken',
          audience: reason.audience === 'author' ? 'author' : 'operator',
          reason: spoken(reason),
        };
      } finally {
        steadiness.stop();
        await run.end();
        running.delete(run);
      }
    },
    async close() {
      await Promise.all([...running].map((run) => run.end()));
    },
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
