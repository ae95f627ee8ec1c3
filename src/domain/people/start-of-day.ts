import { dayIn } from './calendar.ts';

const HOUR_MS = 60 * 60 * 1000;

/**
 * When a day (`2026-09-01`) begins in a time zone, in ms since 1970, to the quarter of an hour: clocks of the world are apart by whole
 * quarters, and change by hours.
 */
export function startOfDay(day: string, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // The earliest zone is 14 hours ahead of UTC, the latest 12 behind.
  for (let at = midnight - 14 * HOUR_MS; at < midnight + 13 * HOUR_MS; at += HOUR_MS / 4)
    if (dayIn(timeZone, at) >= day) return at;
  return midnight;
}
