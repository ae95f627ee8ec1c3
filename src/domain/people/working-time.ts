import { z } from 'zod';
import { type Day, dayIn } from './calendar.ts';
import { startOfDay } from './start-of-day.ts';

/** In the order of `Date.getUTCDay`. */
export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export const Weekday = z.enum(WEEKDAYS);
export type Weekday = z.infer<typeof Weekday>;

export const weekdayOf = (day: Day): Weekday =>
  WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'sunday';

const DAY_MS = 24 * 60 * 60 * 1000;

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

function endOfDay(timeZone: string, at: number): number {
  const next = Date.parse(`${dayIn(timeZone, at)}T00:00:00Z`) + DAY_MS;
  return startOfDay(new Date(next).toISOString().slice(0, 10), timeZone);
}
