/**
 * Whether an engine is worth asking. An engine that hangs takes each call's whole time, and each caller with it: after
 * some calls in a row without a sign of life, further ones fail at once, until a ping has been answered.
 */
export type Breaker =
  | { state: 'closed'; missed: number }
  /** Nobody is let through until `until`, ms since 1970. */
  | { state: 'open'; missed: number; until: number }
  /** One ping is under way; others are kept back until it has been answered. */
  | { state: 'asking'; missed: number };

/** Calls in a row without a sign of life. */
export const MISSED_IN_A_ROW = 5;

/** How long nobody is let through, ms: short enough for an engine that was only restarted. */
export const OPEN_MS = 5_000;

export const closed: Breaker = { state: 'closed', missed: 0 };

/** What to do with a call: let it through, refuse it, or ask first whether the engine is back. */
export function admitted(breaker: Breaker, now: number): { answer: 'go' | 'no' | 'ask'; next: Breaker } {
  switch (breaker.state) {
    case 'closed':
      return { answer: 'go', next: breaker };
    case 'asking':
      return { answer: 'no', next: breaker };
    case 'open':
      if (now < breaker.until) return { answer: 'no', next: breaker };
      return { answer: 'ask', next: { state: 'asking', missed: breaker.missed } };
  }
}

/** Any answer is a sign of life, also one that says no, and one that comes late. */
export const answered = (): Breaker => closed;

/** A call that could not be made, or that nothing was heard of. */
export function missed(breaker: Breaker, now: number): Breaker {
  const count = breaker.missed + 1;
  if (breaker.state === 'closed' && count < MISSED_IN_A_ROW) return { state: 'closed', missed: count };
  return { state: 'open', missed: count, until: now + OPEN_MS };
}
