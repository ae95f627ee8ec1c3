export interface AnswerHead {
  status: number;
  headers: Readonly<Record<string, string | number | undefined>>;
  message: string;
}

const MINUTE = 60_000;
// The reset is given in whole seconds, and clocks differ a little.
const RESET_MARGIN_MS = 1_000;

/**
 * When GitHub may be asked again after this answer, in milliseconds since 1970; null where it is not about a limit.
 *
 * The order is GitHub's: `retry-after`, then the reset of a used-up quota, then one minute.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function rateLimitedUntil({ status, headers, message }: AnswerHead, now: number): number | null {
  if (status !== 403 && status !== 429) return null;

  const retryAfter = Number(headers['retry-after'] ?? Number.NaN);
  if (Number.isFinite(retryAfter)) return now + Math.max(0, retryAfter) * 1000;

  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
  if (String(headers['x-ratelimit-remaining']) === '0' && Number.isFinite(reset)) {
    return Math.max(now, reset * 1000) + RESET_MARGIN_MS;
  }

  // A secondary limit without a header is told from a missing permission by GitHub's words alone.
  return status === 429 || /secondary rate limit|abuse detection/i.test(message) ? now + MINUTE : null;
}
