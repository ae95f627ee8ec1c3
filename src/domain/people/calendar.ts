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
