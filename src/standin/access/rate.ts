import { Refused } from '../api/reply.ts';
import type { StandInLimits } from '../limits.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;
const docs = 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api';

export interface RateWindow {
  limit: number;
  used: number;
  /** Milliseconds since 1970. */
  resetAt: number;
}

/** Counts calls as GitHub does, by caller. */
export interface RateLimits {
  window(caller: string): RateWindow;
  /**
   * Counts one call.
   * @throws {Refused} 403 when a limit is passed.
   */
  count(caller: string, method: string): void;
}

export function createRateLimits(limits: StandInLimits, now: () => number): RateLimits {
  const windows = new Map<string, RateWindow>();
  const recent = new Map<string, { at: number; points: number; content: boolean }[]>();

  function window(caller: string): RateWindow {
    const found = windows.get(caller);
    if (found && found.resetAt > now()) return found;
    const limit = caller === 'anonymous' ? limits.anonymousCallsPerHour : limits.callsPerHour;
    const fresh = { limit, used: 0, resetAt: now() + hourMs };
    windows.set(caller, fresh);
    return fresh;
  }

  return {
    window,
    count: (caller, method) => {
      const current = window(caller);
      if (current.used >= current.limit) {
        throw limited(`API rate limit exceeded for ${caller}.`, 'primary', {});
      }
      current.used += 1;
      const calls = (recent.get(caller) ?? []).filter((call) => call.at > now() - hourMs);
      calls.push({ at: now(), points: method === 'GET' ? 1 : 5, content: method === 'POST' });
      recent.set(caller, calls);
      const lastMinute = calls.filter((call) => call.at > now() - minuteMs);
      const content = (within: typeof calls) => within.filter((call) => call.content).length;
      if (
        content(lastMinute) > limits.contentPerMinute ||
        content(calls) > limits.contentPerHour ||
        lastMinute.reduce((sum, call) => sum + call.points, 0) > limits.pointsPerMinute
      ) {
        throw limited(
          'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
          'secondary',
          { 'retry-after': '60' },
        );
      }
    },
  };
}

function limited(message: string, kind: string, headers: Record<string, string>): Refused {
  const body = { message, documentation_url: `${docs}#about-${kind}-rate-limits` };
  return new Refused({ status: 403, body, headers });
}
