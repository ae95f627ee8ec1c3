import type { Clock } from '../../domain/clock.ts';
import { TouchstoneError } from '../../domain/errors/touchstone-error.ts';
import { underEither } from '../either-signal.ts';
import { disturbance } from '../verdict/judge.ts';
import type { Places, Release } from '../pool/places.ts';
import type { Lease, Pool } from '../pool/pool.ts';
import { watchSteadiness, type Steadiness } from '../steadiness.ts';
import type { AnalysisOutcome, AnalysisRequest } from './analysis.ts';
import { examine } from './examine.ts';
import { ANALYSIS_LIMITS } from './limits.ts';

/** What an analysis needs of the sandbox. */
export interface AnalysisSite {
  places: Places;
  pool: Pool;
  pulse: () => Promise<unknown>;
  clock: Clock;
  /** Aborted when the sandbox is closed. */
  closing: AbortSignal;
  /** Clears away what an analysis leaves, and frees its place. */
  clearAway: (leaves: () => Promise<void>, release: Release) => void;
}

/**
 * Has a submission looked at by an analyst. It waits in line for a place, as a run does, and has it until its container
 * is removed; so whoever has just had a place for a run gets it back, and the machine bears no more than it can.
 */
export function analyse<Report>(
  request: AnalysisRequest<Report>,
  site: AnalysisSite,
): Promise<AnalysisOutcome<Report>> {
  return underEither([request.signal, site.closing], (signal) => analyseUnder(signal, request, site));
}

async function analyseUnder<Report>(
  signal: AbortSignal,
  request: AnalysisRequest<Report>,
  { places, pool, pulse, clock, clearAway }: AnalysisSite,
): Promise<AnalysisOutcome<Report>> {
  const { grader, limits = ANALYSIS_LIMITS } = request;
  const askedAt = clock.now();
  const release = await places.take({ alone: false, signal });
  const begunAt = clock.now();
  const steadiness = watchSteadiness(pulse, clock);
  let lease: Lease | null = null;
  let after: 'again' | 'spoilt' = 'spoilt';
  const tell = (outcome: string): void => {
    const took = { waitedMs: begunAt - askedAt, tookMs: clock.now() - begunAt, warm: lease?.warm ?? null };
    request.onHappening?.({ what: 'analysis', name: request.analysis.name, outcome, ...took });
  };
  try {
    let examined: AnalysisOutcome<Report> | null = null;
    while (examined === null) {
      lease = await pool.lease({ role: 'analyst', grader, limits }, signal);
      examined = await examine(lease.line, request, limits, signal).catch(unlessItEndedWhileItWaited(lease));
      if (examined === null) await lease.end('spoilt');
    }
    const outcome = undisturbed(examined, steadiness);
    if (outcome.kind === 'completed') after = 'again';
    tell(outcome.kind === 'limit' ? outcome.limit : outcome.kind);
    return outcome;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof TouchstoneError)) throw error;
    tell('broken');
    return { kind: 'broken', reason: `${error.message} ${error.fix}` };
  } finally {
    steadiness.stop();
    clearAway(async () => lease?.end(after), release);
  }
}

/** Null where an analyst that had been ready had ended before it was given anything: another one can take its place. */
function unlessItEndedWhileItWaited({ warm }: Lease): (error: unknown) => null {
  return (error) => {
    if (warm && error instanceof TouchstoneError && error.code === 'sandbox.runner-ended') return null;
    throw error;
  };
}

/** Time that ran out while nothing could go on says nothing about the submission. */
function undisturbed<Report>(
  outcome: AnalysisOutcome<Report>,
  steadiness: Steadiness,
): AnalysisOutcome<Report> {
  const ranOut = outcome.kind === 'limit' && outcome.limit === 'time';
  const disturbed = ranOut ? disturbance(steadiness) : null;
  if (disturbed !== null) throw disturbed;
  return outcome;
}
