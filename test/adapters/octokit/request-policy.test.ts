import { describe, expect, it } from 'vitest';
import { rateLimitedUntil } from '../../../src/adapters/octokit/rate-limit.ts';
import { readFailure } from '../../../src/adapters/octokit/request-failure.ts';
import { afterFailure, policyLimits } from '../../../src/adapters/octokit/request-policy.ts';
import type { Failure, Try } from '../../../src/adapters/octokit/request-policy.ts';

const NOW = Date.UTC(2026, 10, 23, 12);

const answer = (status: number, headers: Record<string, string> = {}, message = 'words'): Failure => ({
  kind: 'answer',
  status,
  headers,
  message,
});
const lost: Failure = { kind: 'network', reason: 'ECONNRESET', neverSent: false };
const neverSent: Failure = { kind: 'network', reason: 'ECONNREFUSED', neverSent: true };
const late: Failure = { kind: 'time-out', afterMs: 10_000 };

/** What follows, in one line: `repeat 375`, `renew-token`, or the error's code. */
function verdict(failure: Failure, changed: Partial<Try> = {}): string {
  const call = 'GET /repos/{owner}/{repo}/pulls';
  const result = afterFailure({
    call,
    repeating: 'safe',
    tries: 1,
    failure,
    now: NOW,
    random: 0.5,
    ...changed,
  });
  switch (result.do) {
    case 'repeat':
      return `repeat ${result.afterMs}`;
    case 'renew-token':
      return 'renew-token';
    case 'give-up':
      return result.error.code;
  }
}

describe('a call that is safe to repeat', () => {
  it.each<[string, Failure, string]>([
    ['a bad gateway', answer(502), 'repeat 375'],
    ['a server error', answer(500), 'repeat 375'],
    ['a lost connection', lost, 'repeat 375'],
    ['a refused connection', neverSent, 'repeat 375'],
    ['no answer in time', late, 'repeat 375'],
    ['a token that is not taken', answer(401), 'renew-token'],
    ['a missing permission', answer(403), 'github.forbidden'],
    ['nothing there', answer(404), 'github.gone'],
    ['gone', answer(410), 'github.gone'],
    ['taken down', answer(451), 'github.gone'],
    ['not accepted', answer(422), 'github.refused'],
  ])('%s', (_name, failure, expected) => {
    expect(verdict(failure)).toBe(expected);
  });

  it('waits twice as long before each further try, by chance down to half of it, and then gives up', () => {
    expect([1, 2, 3, 4].map((tries) => verdict(answer(503), { tries }))).toEqual([
      'repeat 375',
      'repeat 750',
      'repeat 1500',
      'github.unavailable',
    ]);
    expect(verdict(lost, { random: 0 })).toBe('repeat 250');
    expect(verdict(lost, { random: 1 })).toBe('repeat 500');
    expect(policyLimits.tries).toBe(4);
  });

  it('asks for a new token once', () => {
    expect(verdict(answer(401), { tries: 2 })).toBe('github.unauthorized');
  });
});

describe('a call that may have worked', () => {
  const post: Partial<Try> = { call: 'POST /repos/{owner}/{repo}/check-runs', repeating: 'look-first' };

  it.each<[string, Failure]>([
    ['a bad gateway', answer(502)],
    ['a lost connection', lost],
    ['no answer in time', late],
  ])('is never repeated blindly: %s', (_name, failure) => {
    expect(verdict(failure, post)).toBe('github.unclear');
  });

  it('is repeated where nothing can have reached GitHub', () => {
    expect(verdict(neverSent, post)).toBe('repeat 375');
    expect(verdict(neverSent, { ...post, tries: 4 })).toBe('github.unavailable');
  });

  it('is repeated after a short limit: GitHub did not carry it out', () => {
    expect(verdict(answer(403, { 'retry-after': '2' }), post)).toBe('repeat 2000');
  });
});

describe('a limit', () => {
  const reset = String(NOW / 1000 + 1_800);

  it.each<[string, Failure, string]>([
    ['secondary, soon over', answer(403, { 'retry-after': '1' }), 'repeat 1000'],
    ['secondary, long', answer(429, { 'retry-after': '60' }), 'github.rate-limited'],
    [
      'primary',
      answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }),
      'github.rate-limited',
    ],
    [
      'by its words alone',
      answer(403, {}, 'You have exceeded a secondary rate limit.'),
      'github.rate-limited',
    ],
    [
      'not one, with quota left',
      answer(403, { 'x-ratelimit-remaining': '17', 'x-ratelimit-reset': reset }),
      'github.forbidden',
    ],
  ])('%s', (_name, failure, expected) => {
    expect(verdict(failure)).toBe(expected);
  });

  it('says when to come back', () => {
    const head = { status: 403, message: '' };
    expect(rateLimitedUntil({ ...head, headers: { 'retry-after': '60' } }, NOW)).toBe(NOW + 60_000);
    const used = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    expect(rateLimitedUntil({ ...head, headers: used }, NOW)).toBe(NOW + 1_801_000);
    // A reset in the past: another clock than ours.
    expect(rateLimitedUntil({ ...head, headers: { ...used, 'x-ratelimit-reset': '1' } }, NOW)).toBe(
      NOW + 1_000,
    );
    expect(rateLimitedUntil({ status: 429, headers: {}, message: '' }, NOW)).toBe(NOW + 60_000);
    expect(rateLimitedUntil({ status: 404, headers: { 'retry-after': '60' }, message: '' }, NOW)).toBeNull();
  });
});

describe('what an installation does not allow', () => {
  it('a token of more than it was granted is forbidden, not a fault of our request', () => {
    const call = 'POST /app/installations/{installation_id}/access_tokens';
    expect(verdict(answer(422), { call })).toBe('github.forbidden');
  });
});

describe('what Octokit throws', () => {
  it('is an answer where GitHub answered', () => {
    const error = Object.assign(new Error('Not Found'), {
      status: 404,
      response: { headers: { 'x-a': '1' }, data: {} },
    });
    expect(readFailure(error)).toEqual(answer(404, { 'x-a': '1' }, 'Not Found'));
  });

  it.each([
    ['ECONNREFUSED', true],
    ['ENOTFOUND', true],
    ['UND_ERR_CONNECT_TIMEOUT', true],
    ['ECONNRESET', false],
    ['UND_ERR_SOCKET', false],
  ])('is a failed connection by its innermost cause: %s', (code, sent) => {
    const socket = Object.assign(new Error('inner'), { code });
    const error = Object.assign(
      new Error('fetch failed', { cause: new TypeError('fetch failed', { cause: socket }) }),
      {
        status: 500,
      },
    );
    expect(readFailure(error)).toEqual({ kind: 'network', reason: code, neverSent: sent });
  });

  it('is taken for a failed connection where it is nothing known', () => {
    expect(readFailure('odd')).toEqual({
      kind: 'network',
      reason: 'the connection failed',
      neverSent: false,
    });
  });
});
