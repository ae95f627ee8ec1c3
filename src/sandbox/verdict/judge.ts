import { z } from 'zod';
import { sandboxError } from '../../domain/errors/sandbox.ts';
import type { TouchstoneError } from '../../domain/errors/touchstone-error.ts';
import { RunnerReport } from './report.ts';
import type { SandboxOutcome, SandboxRequest } from '../sandbox.ts';
import type { Steadiness } from '../steadiness.ts';
import { verdict } from './verdict.ts';

/** A standstill that is longer than this may have used up a test's time, ms. */
const STANDSTILL_MS = 2_000;

/** What the runner's report, as text, means for the tests that were asked for. Throws where it cannot be read. */
export function judge(text: string, request: SandboxRequest): SandboxOutcome {
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

/** Throws where times ran out while nothing could go on: they say nothing about the submission. */
export function undisturbed(outcome: SandboxOutcome, steadiness: Steadiness): SandboxOutcome {
  const ranOut = outcome.kind === 'completed' && outcome.tests.some(({ status }) => status === 'timeout');
  const disturbed = ranOut ? disturbance(steadiness) : null;
  if (disturbed !== null) throw disturbed;
  return outcome;
}

/** What a run ends with that failed: whose fault it is, and why. */
export function broken(error: TouchstoneError, steadiness: Steadiness): SandboxOutcome {
  const silent = error.code === 'sandbox.runner-silent';
  const { audience, message, fix } = (silent ? disturbance(steadiness) : null) ?? error;
  return {
    kind: 'broken',
    audience: audience === 'author' ? 'author' : 'operator',
    reason: `${message} ${fix}`,
  };
}

/** What to say when times ran out after a standstill; null where there was none. */
export function disturbance(steadiness: Steadiness): TouchstoneError | null {
  const seconds = Math.round(steadiness.longestMs() / 1000);
  return seconds * 1000 < STANDSTILL_MS ? null : sandboxError('sandbox.standstill', { seconds });
}
