import { z } from 'zod';
import type { Day } from './calendar.ts';
import { dayIn } from './leave.ts';

/** In the order of `Date.getUTCDay`. */
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export const Weekday = z.enum(WEEKDAYS);
export type Weekday = z.infer<typeof Weekday>;

export const weekdayOf = (day: Day): Weekday =>
  WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'sunday';

/** Every time zone is a whole number of these away from the next. */
const QUARTER_MS = 15 * 60_000;
const QUARTERS_A_DAY = 25 * 4;

/** Days that are looked through at most: who is away for longer is away. */
const MOST_DAYS = 60;

/**
 * When so much time has passed on days that somebody works.
 *
 * @param from milliseconds since 1970, as is the result
 * @param workMs milliseconds
 * @param isFree whether they are not expected to work on a day, by the calendar where they live
 */
export function afterWorkingTime(
  from: number,
  workMs: number,
  { timeZone, isFree }: { timeZone: string; isFree: (day: Day) => boolean },
): number {
  let at = from;
  let left = workMs;
  for (let days = 0; days < MOST_DAYS; days += 1) {
    const end = endOfDay(timeZone, at);
    if (!isFree(dayIn(timeZone, at))) {
      if (left <= end - at) return at + left;
      left -= end - at;
    }
    at = end;
  }
  return at + left;
}

/** The beginning of the next day, by halving: days have 23 to 25 hours. */
function endOfDay(timeZone: string, at: number): number {
  const today = dayIn(timeZone, at);
  const start = Math.floor(at / QUARTER_MS);
  let [last, next] = [0, QUARTERS_A_DAY + 1];
  while (next - last > 1) {
    const middle = (last + next) >> 1;
    if (dayIn(timeZone, (start + middle) * QUARTER_MS) === today) last = middle;
    else next = middle;
  }
  return (start + next) * QUARTER_MS;
}
