import type { Holidays } from './away.ts';
import type { Weekday } from './working-time.ts';

/** The days on which a school does not work. */
export interface SchoolCalendar {
  weekend: readonly Weekday[];
  holidays: Holidays;
}
