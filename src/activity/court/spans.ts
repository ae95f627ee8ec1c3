import type { WorkedDays } from '../../domain/people/worked-days.ts';

/** Times during which something was so, the earliest first and never two at once; ms since 1970. */
export interface Spans {
  /** Those that are over: `from`, `to`, and so on. */
  readonly over: readonly number[];
  /** Since when it is so now; null where it is not. */
  readonly since: number | null;
}

export const NO_SPANS: Spans = { over: [], since: null };

export const beginAway = (spans: Spans, at: number): Spans =>
  spans.since === null ? { over: spans.over, since: at } : spans;

export const endAway = (spans: Spans, at: number): Spans =>
  spans.since === null ? spans : { over: [...spans.over, spans.since, at], since: null };

/** Working days between two times that lie outside the spans: those on which the ball was with the learner. */
export function daysOutside(spans: Spans, from: number, to: number, days: WorkedDays): number {
  let inside = 0;
  // From the end: what is asked for is mostly the last of it.
  if (spans.since !== null) inside += days.between(Math.max(from, spans.since), to);
  for (let at = spans.over.length - 2; at >= 0; at -= 2) {
    const end = spans.over[at + 1] ?? 0;
    if (end <= from) break;
    inside += days.between(Math.max(from, spans.over[at] ?? 0), Math.min(to, end));
  }
  return Math.max(0, days.between(from, to) - inside);
}

/** Whether a time lies in one of the spans. */
export function isInside(spans: Spans, time: number): boolean {
  if (spans.since !== null && time >= spans.since) return true;
  for (let at = spans.over.length - 2; at >= 0; at -= 2) {
    if (time >= (spans.over[at] ?? 0)) return time < (spans.over[at + 1] ?? 0);
  }
  return false;
}
