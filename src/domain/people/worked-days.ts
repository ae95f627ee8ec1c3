import type { SchoolCalendar } from './school-calendar.ts';
import { isAwayOn } from './away.ts';
import type { Standing } from './roster.ts';
import { startOfDay } from './start-of-day.ts';
import { type Weekday, WEEKDAYS } from './working-time.ts';
import type { Day } from './calendar.ts';

/** How many working days somebody has had; a part of a day counts as such a part, of the 24 hours that it has where they live. */
export interface WorkedDays {
  /** Working days between two times (ms since 1970); 0 where `to` is not after `from`. */
  between(from: number, to: number): number;
  /** Whether something is expected of them at a time: no weekend, no holiday, no leave. */
  isWorking(at: number): boolean;
  /** The day of the calendar that it is where they live, counted from 1970. */
  dayOf(at: number): number;
  /** Whether it is leave or a holiday on such a day. */
  isAwayOn(day: number): boolean;
  /** The middle of such a day, ms since 1970. */
  noonOf(day: number): number;
  /** Hours since that day began. */
  hourOf(at: number): number;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Counts the days on which somebody works: weekends, the holidays of their cohort and their leave are none. Each question takes the same
 * short time, however long ago it was: the days are added up once.
 */
export function workedDays(
  standing: Pick<Standing, 'timeZone' | 'leave' | 'cohort'>,
  { weekend, holidays }: SchoolCalendar,
): WorkedDays {
  const starts = startsIn(standing.timeZone);
  const away = (day: number): boolean => isAwayOn(standing, nameOf(day), holidays);
  const isFree = (day: number): boolean => isOneOf(weekend, day) || away(day);
  // Of each day from the first that was asked for on, how many working days there were before it.
  let first = 0;
  let before: number[] = [];
  const reach = (day: number): void => {
    if (before.length === 0 || day < first) {
      // Somewhat earlier, so that what is asked for backwards is not added up again each time.
      first = day - 31;
      before = [0];
    }
    for (let last = first + before.length - 1; last <= day; last += 1)
      before.push((before.at(-1) ?? 0) + (isFree(last) ? 0 : 1));
  };
  const countedAt = (day: number): number => before[day - first] ?? 0;
  const works = (day: number): boolean => countedAt(day + 1) > countedAt(day);
  const position = (at: number): number => {
    const day = starts.dayAt(at);
    reach(day);
    if (!works(day)) return countedAt(day);
    const start = starts.of(day);
    return countedAt(day) + (at - start) / (starts.of(day + 1) - start);
  };
  return {
    between: (from, to) => {
      if (to <= from) return 0;
      // The earlier one first: it says from where the days are added up.
      const since = position(from);
      const until = position(to);
      return until - since;
    },
    dayOf: starts.dayAt,
    isAwayOn: (day) => away(day),
    noonOf: (day) => (starts.of(day) + starts.of(day + 1)) / 2,
    hourOf: (at) => (at - starts.of(starts.dayAt(at))) / HOUR_MS,
    isWorking: (at) => {
      const day = starts.dayAt(at);
      reach(day);
      return works(day);
    },
  };
}

/** A school asks for the same days for each of its people. */
const names = new Map<number, Day>();

function nameOf(day: number): Day {
  const name = names.get(day) ?? new Date(day * DAY_MS).toISOString().slice(0, 10);
  names.set(day, name);
  return name;
}

/** 1970-01-01 was a Thursday. */
const isOneOf = (weekdays: readonly Weekday[], day: number): boolean =>
  weekdays.some((each) => each === WEEKDAYS[(((day + 4) % 7) + 7) % 7]);

/** The days of a time zone, as counted from 1970. */
interface ZoneDays {
  /** When a day begins, ms since 1970. */
  of: (day: number) => number;
  /** The day that it is there. */
  dayAt: (at: number) => number;
}

/** Where a day begins follows from the time zone alone, and is long to find out. */
const zones = new Map<string, ZoneDays>();

function startsIn(timeZone: string): ZoneDays {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  const starts = new Map<number, number>();
  const of = (day: number): number => {
    const start = starts.get(day) ?? startOfDay(nameOf(day), timeZone);
    starts.set(day, start);
    return start;
  };
  const dayAt = (at: number): number => {
    // No zone is more than a day away from UTC.
    const there = Math.floor(at / DAY_MS);
    if (at < of(there)) return there - 1;
    return at < of(there + 1) ? there : there + 1;
  };
  const zone = { of, dayAt };
  zones.set(timeZone, zone);
  return zone;
}
