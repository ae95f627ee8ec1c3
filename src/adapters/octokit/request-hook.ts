import type { Octokit } from '@octokit/rest';
import type { Logger } from 'pino';
import type { Clock } from '../../domain/clock.ts';
import type { Pause } from '../../domain/pause.ts';
import { GitHubError, githubError } from '../../domain/errors/github.ts';
import { findCall } from './calls.ts';
import { heeding } from './heeding.ts';
import { readFailure } from './request-failure.ts';
import { withoutNames } from './without-names.ts';
import { afterFailure } from './request-policy.ts';
import type { Failure, PolicyLimits } from './request-policy.ts';
import type { Quota } from './quota.ts';

export interface RequestHookOptions {
  clock: Clock;
  log: Logger;
  /** 0 to 1. */
  random: () => number;
  pause: Pause;
  limits: PolicyLimits;
  /** Milliseconds that one try may take, unless the call says otherwise (`request.timeout`). */
  timeoutMs: number;
  /** What GitHub said of the limits of those on whose behalf the calls are made. */
  quota: Quota;
  /** The `authorization` header; `renew` after GitHub refused the one before. Null: the App's own calls bring theirs. */
  authorize: ((renew: boolean) => Promise<string>) | null;
}

/** On a GitHub server of one's own it does not stand under the base address of the other calls, and is given whole. */
const SERVERS_GRAPHQL = '/api/graphql';

type RequestOptions = Required<Octokit['request']['endpoint']['DEFAULTS']>;
type Answer = Awaited<ReturnType<Octokit['request']>>;
type Send = (options: RequestOptions) => Answer | Promise<Answer>;
type Wrap = (send: Send, asked: RequestOptions) => Promise<Answer>;

/** Octokit gives a body that broke off as an empty text instead of an error. */
function isBrokenOff(answer: Answer): boolean {
  const type = String(answer.headers['content-type']);
  return typeof answer.data === 'string' && type.startsWith('application/json');
}

/**
 * Wraps every request of an Octokit: refuses calls that are not in the table, gives each try a time-out beside the
 * caller's own signal, and follows the policy after a failure. Rejects with a `GitHubError`, or with the signal's reason.
 */
export function requestHook(options: RequestHookOptions): Wrap {
  const { clock, log, random, pause, limits, quota, authorize } = options;

  const attempt = async (
    send: Send,
    asked: RequestOptions,
    { caller, timeoutMs }: { caller: AbortSignal | undefined; timeoutMs: number },
  ): Promise<{ answer: Answer } | { failure: Failure }> => {
    const timeOut = AbortSignal.timeout(timeoutMs);
    const signal = caller === undefined ? timeOut : AbortSignal.any([caller, timeOut]);
    // Each hook further in has been bound to `asked`, and takes no other; what is in it is shared with other requests.
    asked.request = { ...asked.request, signal };
    try {
      const answer = await send(asked);
      if (!isBrokenOff(answer)) return { answer };
      return { failure: { kind: 'network', reason: 'the answer broke off', neverSent: false } };
    } catch (error) {
      caller?.throwIfAborted();
      if (error instanceof GitHubError) throw error;
      return {
        failure: timeOut.aborted
          ? { kind: 'time-out', afterMs: timeoutMs }
          : withoutNames(readFailure(error), asked),
      };
    }
  };

  return async (send, asked) => {
    const call = `${asked.method} ${asked.url.endsWith(SERVERS_GRAPHQL) ? '/graphql' : asked.url}`;
    const known = findCall(call);
    if (known === null)
      throw new Error(`${call} is not in the table of calls (src/adapters/octokit/calls.ts)`);
    const caller = asked.request.signal;
    const timeoutMs = Number(asked.request['timeout'] ?? options.timeoutMs);

    let authorization = authorize === null ? undefined : await heeding(caller, authorize(false));
    for (let tries = 1; ; tries += 1) {
      caller?.throwIfAborted();
      const closedUntil = quota.closedUntil(clock.now());
      if (closedUntil !== null) {
        const wait = closedUntil - clock.now();
        if (wait > limits.longestWaitMs) {
          const until = new Date(closedUntil).toISOString();
          throw githubError('github.rate-limited', { call, until }, { retryAt: closedUntil });
        }
        await pause(wait, caller);
      }

      if (authorization !== undefined) asked.headers = { ...asked.headers, authorization };
      const result = await attempt(send, asked, { caller, timeoutMs });
      if ('answer' in result) return result.answer;

      const { failure } = result;
      const now = clock.now();
      const verdict = afterFailure(
        { call, repeating: known.repeating, tries, failure, now, random: random() },
        limits,
      );
      log.debug({ call, tries, failure: failure.kind, verdict: verdict.do }, 'a call to GitHub failed');
      if (verdict.do === 'give-up') {
        if (verdict.error.retryAt !== null) quota.close(verdict.error.retryAt);
        throw verdict.error;
      }
      if (verdict.do === 'repeat') await pause(verdict.afterMs, caller);
      else if (authorize !== null) authorization = await heeding(caller, authorize(true));
    }
  };
}
