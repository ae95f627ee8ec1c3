import type { Day, Days } from './calendar.ts';
import type { Cohort } from './cohort.ts';
import { dayIn } from './calendar.ts';
import type { Standing } from './roster.ts';

/** The days on which nobody of a cohort is expected to work. */
export type Holidays = (cohort: string) => readonly Days[];

export function holidaysOf(cohorts: readonly Pick<Cohort, 'id' | 'holidays'>[]): Holidays {
  return (cohort) => cohorts.find(({ id }) => id === cohort)?.holidays ?? [];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether somebody is away at a time (ms since 1970), by the calendar where they live: on leave, or it is a holiday of their cohort. */
export function isAway(
  standing: Pick<Standing, 'leave' | 'cohort' | 'timeZone'>,
  at: number,
  holidays: Holidays,
): boolean {
  return isAwayOn(standing, dayIn(standing.timeZone, at), holidays);
}

/** Whether somebody is away on a day: on leave, or it is a holiday of their cohort. */
export function isAwayOn(
  { leave, cohort }: Pick<Standing, 'leave' | 'cohort'>,
  day: Day,
  holidays: Holidays,
): boolean {
  const away = [...leave, ...(cohort === null ? [] : holidays(cohort))];
  return away.some(({ from, to }) => from <= day && day <= to);
}

/** How many whole days of 24 hours somebody had between two times (ms since 1970), without those on which they were away. */
export function daysHad(
  standing: Pick<Standing, 'leave' | 'cohort' | 'timeZone'>,
  { from, to }: { from: number; to: number },
  holidays: Holidays,
): number {
  const days = Math.max(0, Math.floor((to - from) / DAY_MS));
  return Array.from({ length: days }, (_, day) => from + day * DAY_MS).filter(
    (at) => !isAway(standing, at, holidays),
  ).length;
}
