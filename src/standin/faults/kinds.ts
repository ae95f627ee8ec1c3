import type { Fault } from './faults.ts';

type Where = Pick<Fault, 'method' | 'path' | 'times'>;

const docs = 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api';

/** The call worked, but a gateway lost its answer. */
export function lostAnswer(where: Where): Fault {
  return { ...where, status: 502, body: { message: 'Server Error' }, afterEffect: true };
}

/** GitHub's secondary limit: 403 with `retry-after`. */
export function secondaryLimit(where: Where, retryAfterSeconds: number): Fault {
  return {
    ...where,
    status: 403,
    headers: { 'retry-after': String(retryAfterSeconds) },
    body: {
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      documentation_url: `${docs}#about-secondary-rate-limits`,
    },
  };
}

/** GitHub's primary limit: 403 with nothing remaining until `resetAt` (milliseconds since 1970). */
export function primaryLimit(where: Where, resetAt: number): Fault {
  return {
    ...where,
    status: 403,
    headers: {
      'x-ratelimit-limit': '5000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-used': '5000',
      'x-ratelimit-reset': String(Math.ceil(resetAt / 1000)),
    },
    body: {
      message: 'API rate limit exceeded for installation.',
      documentation_url: `${docs}#about-primary-rate-limits`,
    },
  };
}
