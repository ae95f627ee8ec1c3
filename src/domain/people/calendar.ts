import { z } from 'zod';

/** A day of the calendar, `2026-09-01`, wherever somebody lives. */
export const Day = z.iso.date({ error: 'expected a day such as 2026-09-01' });
export type Day = z.infer<typeof Day>;

/** Whole days, both ends included. */
export const Days = z
  .strictObject({ from: Day, to: Day })
  .refine(({ from, to }) => from <= to, { error: 'expected "from" to come no later than "to"' });
export type Days = z.infer<typeof Days>;

/** A time zone by the name that the IANA database gives it. */
export const TimeZone = z
  .string()
  .refine(isTimeZone, { error: 'expected a time zone such as Europe/Copenhagen' });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Making one takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The day that it is in a time zone at a time (ms since 1970). */
export function dayIn(timeZone: string, at: number): Day {
  // Sweden writes its days as the calendar's files do: 2026-09-01.
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, format);
  return format.format(at);
}
