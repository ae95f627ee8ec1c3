import { z } from 'zod';
import { systemClock, type Clock } from '../domain/clock.ts';
import { sandboxError } from '../domain/errors/sandbox.ts';
import { TouchstoneError } from '../domain/errors/touchstone-error.ts';
import type { Launcher } from './launcher.ts';
import { Run } from './run.ts';
import { RunnerReport } from './report.ts';
import type { Sandbox, SandboxOutcome, SandboxRequest } from './sandbox.ts';
import { verdict } from './verdict.ts';

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
      try {
        return judge(await run.report(), request);
      } catch (error) {
        request.signal.throwIfAborted();
        if (!(error instanceof TouchstoneError)) throw error;
        return {
          kind: 'broken',
          audience: error.audience === 'author' ? 'author' : 'operator',
          reason: spoken(error),
        };
      } finally {
        await run.end();
        running.delete(run);
      }
    },
    async close() {
      await Promise.all([...running].map((run) => run.end()));
    },
  };
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
