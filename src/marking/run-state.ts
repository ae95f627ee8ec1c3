import type { RunOutcome, RunPhase } from '../domain/run.ts';

/** The right to work on a run: whoever knows the token has it, until it has expired and somebody else has taken it. */
interface Lease {
  token: string;
  /** Milliseconds since 1970, by the database's clock. */
  expiresAt: number;
}

/** Everything that decides what may happen to a run next. Times in milliseconds since 1970, by the database's clock. */
export interface RunState {
  phase: RunPhase;
  /** How often marking was begun. */
  tries: number;
  /** How often publishing the outcome was begun. */
  publishTries: number;
  /** Nobody may take the run before this time. */
  dueAt: number;
  lease: Lease | null;
  /** What is to be said, from `publishing` on. */
  outcome: RunOutcome | null;
}

/**
 * What happens to a run. `at` is now.
 * - `take`: a worker begins (or begins again, after the lease of another has expired);
 * - `renew`: the worker is alive;
 * - `concluded`: the outcome is stored and can be said;
 * - `failed`: our failure; `notBefore` is set where it is known that nothing works earlier (a rate limit), and costs no try;
 * - `released`: the worker is ending and hands the run back unharmed;
 * - `published`: the outcome stands on GitHub;
 * - `unpublished`: it could not be said for now;
 * - `unreachable`: there is nobody to say it to (repository or permission gone);
 * - `superseded`: a newer push, or the pull request was closed.
 */
export type RunEvent =
  | { type: 'take' | 'renew' | 'released' | 'published' | 'unreachable'; token: string; at: number }
  | { type: 'concluded'; token: string; at: number; outcome: 'marked' | 'refused' }
  | { type: 'failed' | 'unpublished'; token: string; at: number; notBefore: number | null }
  | { type: 'superseded' };

/** How patient a run is. Times in milliseconds. */
export interface RunPolicy {
  leaseMs: number;
  maxTries: number;
  maxPublishTries: number;
  /** Before the second try; each further pause is three times as long. */
  firstPauseMs: number;
  longestPauseMs: number;
}

export const defaultRunPolicy: RunPolicy = {
  leaseMs: 15_000,
  maxTries: 5,
  // With pauses of at most ten minutes: some five hours, longer than GitHub's incidents usually last.
  maxPublishTries: 35,
  firstPauseMs: 5_000,
  longestPauseMs: 600_000,
};

/** The pause after so many tries: first, three times as long, nine times as long ... up to the longest. */
export function pauseAfter(
  tries: number,
  policy: Pick<RunPolicy, 'firstPauseMs' | 'longestPauseMs'>,
): number {
  return Math.min(policy.firstPauseMs * 3 ** Math.max(0, tries - 1), policy.longestPauseMs);
}

const isFree = (state: RunState, at: number) => state.lease === null || state.lease.expiresAt <= at;

function take(state: RunState, token: string, at: number, policy: RunPolicy): RunState | null {
  if (!isFree(state, at)) return null;
  const lease = { token, expiresAt: at + policy.leaseMs };
  if (state.phase === 'running' || (state.phase === 'queued' && state.dueAt <= at)) {
    // A run whose workers die one after the other must end too: the next one only says so.
    return state.tries >= policy.maxTries
      ? { ...state, phase: 'publishing', outcome: 'given-up', publishTries: 1, lease }
      : { ...state, phase: 'running', tries: state.tries + 1, lease };
  }
  if (state.phase === 'publishing' && state.dueAt <= at) {
    return state.publishTries >= policy.maxPublishTries
      ? { ...state, phase: 'given-up', lease: null }
      : { ...state, publishTries: state.publishTries + 1, lease };
  }
  return null;
}

function failed(state: RunState, at: number, notBefore: number | null, policy: RunPolicy): RunState | null {
  if (state.phase !== 'running') return null;
  if (notBefore !== null) {
    return {
      ...state,
      phase: 'queued',
      tries: state.tries - 1,
      dueAt: Math.max(at + 1_000, notBefore),
      lease: null,
    };
  }
  if (state.tries >= policy.maxTries) {
    return { ...state, phase: 'publishing', outcome: 'given-up', publishTries: 1 };
  }
  return { ...state, phase: 'queued', dueAt: at + pauseAfter(state.tries, policy), lease: null };
}

function unpublished(
  state: RunState,
  at: number,
  notBefore: number | null,
  policy: RunPolicy,
): RunState | null {
  if (state.phase !== 'publishing') return null;
  if (notBefore === null && state.publishTries >= policy.maxPublishTries) {
    return { ...state, phase: 'given-up', lease: null };
  }
  const publishTries = notBefore === null ? state.publishTries : state.publishTries - 1;
  const dueAt = notBefore === null ? at + pauseAfter(publishTries, policy) : Math.max(at + 1_000, notBefore);
  return { ...state, publishTries, dueAt, lease: null };
}

function released(state: RunState, at: number): RunState {
  const back = { ...state, dueAt: at, lease: null };
  return state.phase === 'running'
    ? { ...back, phase: 'queued', tries: state.tries - 1 }
    : { ...back, publishTries: state.publishTries - 1 };
}

/**
 * The run after an event; null where the event changes nothing because it came from somebody who has no say (the
 * lease is another's), or at a wrong time. The same token is never used twice, so an expired lease that nobody took
 * over is still good: a worker that could not reach the database for a while carries on.
 */
export function nextRunState(state: RunState, event: RunEvent, policy: RunPolicy): RunState | null {
  if (event.type === 'superseded') {
    return state.phase === 'queued' || state.phase === 'running' || state.phase === 'publishing'
      ? { ...state, phase: 'superseded', lease: null }
      : null;
  }
  if (event.type === 'take') return take(state, event.token, event.at, policy);
  if (state.lease?.token !== event.token) return null;
  switch (event.type) {
    case 'renew':
      return { ...state, lease: { token: event.token, expiresAt: event.at + policy.leaseMs } };
    case 'concluded':
      return state.phase === 'running'
        ? { ...state, phase: 'publishing', outcome: event.outcome, publishTries: 1 }
        : null;
    case 'failed':
      return failed(state, event.at, event.notBefore, policy);
    case 'released':
      return released(state, event.at);
    case 'published':
      if (state.phase !== 'publishing') return null;
      return { ...state, phase: state.outcome === 'given-up' ? 'given-up' : 'finished', lease: null };
    case 'unpublished':
      return unpublished(state, event.at, event.notBefore, policy);
    case 'unreachable':
      return state.phase === 'publishing' ? { ...state, phase: 'given-up', lease: null } : null;
  }
}
