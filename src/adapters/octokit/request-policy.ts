import { githubError } from '../../domain/errors/github.ts';
import type { GitHubError } from '../../domain/errors/github.ts';
import { rateLimitedUntil } from './rate-limit.ts';
import type { AnswerHead } from './rate-limit.ts';

/** How one try failed. `neverSent`: the connection was not made, so GitHub cannot have done anything. */
export type Failure =
  | ({ kind: 'answer' } & AnswerHead)
  | { kind: 'network'; reason: string; neverSent: boolean }
  | { kind: 'time-out'; afterMs: number };

export interface Try {
  /** `METHOD /template`, for messages. */
  call: string;
  repeating: 'safe' | 'look-first';
  /** Tries made so far, this one included. */
  tries: number;
  failure: Failure;
  /** Milliseconds since 1970. */
  now: number;
  /** 0 to 1. */
  random: number;
}

export type Verdict =
  { do: 'repeat'; afterMs: number } | { do: 'renew-token' } | { do: 'give-up'; error: GitHubError };

/** Times in milliseconds. */
export interface PolicyLimits {
  tries: number;
  /** The first pause; each further one is twice as long, and each is shortened by chance to half at most. */
  firstPauseMs: number;
  /** A rate limit that ends sooner is waited for; a longer one is told to the caller, who has better things to do. */
  longestWaitMs: number;
}

export const policyLimits: PolicyLimits = { tries: 4, firstPauseMs: 500, longestWaitMs: 3_000 };

const giveUp = (error: GitHubError): Verdict => ({ do: 'give-up', error });

const pause = ({ tries, random }: Try, { firstPauseMs }: PolicyLimits) =>
  Math.round(firstPauseMs * 2 ** (tries - 1) * (0.5 + random / 2));

/**
 * Decides what follows a failed try: make the same call again, with a new token, or give up with a typed error.
 * A call that is not safe to repeat is repeated only where GitHub cannot have carried it out.
 */
export function afterFailure(attempt: Try, limits: PolicyLimits = policyLimits): Verdict {
  const { call, failure, tries, repeating } = attempt;
  const mayRepeat = tries < limits.tries;

  if (failure.kind !== 'answer') {
    const seen = failure.kind === 'network' ? failure.reason : `no answer within ${failure.afterMs / 1000} s`;
    const carriedOut = !(failure.kind === 'network' && failure.neverSent);
    if (repeating === 'look-first' && carriedOut)
      return giveUp(githubError('github.unclear', { call, seen }));
    if (mayRepeat) return { do: 'repeat', afterMs: pause(attempt, limits) };
    return giveUp(githubError('github.unavailable', { call, seen }));
  }

  const { status } = failure;
  const retryAt = rateLimitedUntil(failure, attempt.now);
  if (retryAt !== null) {
    const wait = retryAt - attempt.now;
    if (mayRepeat && wait <= limits.longestWaitMs) return { do: 'repeat', afterMs: wait };
    return giveUp(
      githubError('github.rate-limited', { call, until: new Date(retryAt).toISOString() }, { retryAt }),
    );
  }
  const seen = failure.message.slice(0, 300);
  if (status >= 500) {
    const answered = `it answered ${status}`;
    if (repeating === 'look-first') return giveUp(githubError('github.unclear', { call, seen: answered }));
    if (mayRepeat) return { do: 'repeat', afterMs: pause(attempt, limits) };
    return giveUp(githubError('github.unavailable', { call, seen: answered }));
  }
  if (status === 401) {
    return tries === 1 ? { do: 'renew-token' } : giveUp(githubError('github.unauthorized', { call, seen }));
  }
  if (status === 403) return giveUp(githubError('github.forbidden', { call, seen }));
  // 451: taken down for legal reasons. 409 on git data: the repository is empty, so the commit is not there.
  if (status === 404 || status === 410 || status === 451 || (status === 409 && call.includes('/git/'))) {
    return giveUp(githubError('github.gone', { call, status }));
  }
  // A token of less than the App was granted is refused like this when an installation lacks a permission or a repository.
  if (status === 422 && call.endsWith('/access_tokens')) {
    return giveUp(githubError('github.forbidden', { call, seen }));
  }
  if (status === 422 && call.endsWith('/requested_reviewers')) {
    return giveUp(githubError('github.no-reviewer', { call, seen }));
  }
  return giveUp(githubError('github.refused', { call, status, seen }));
}
