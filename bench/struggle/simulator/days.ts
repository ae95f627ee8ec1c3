import type { Day, Days } from '../../../src/domain/people/calendar.ts';
import { startOfDay } from '../../../src/domain/people/start-of-day.ts';
import { weekdayOf, type Weekday } from '../../../src/domain/people/working-time.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A day of a time zone. */
export interface SimulatedDay {
  /** From the first day of the term on, which is 0. */
  number: number;
  day: Day;
  weekday: Weekday;
  /** When it begins where the learner lives: ms since 1970. */
  from: number;
  /** On weekends and the school's holidays nobody is expected to work. */
  isSchoolDay: boolean;
}

export interface Span {
  start: Day;
  /** How many. */
  days: number;
  holidays: readonly Days[];
}

/** The same for everybody in a time zone, and slow to work out. */
const known = new Map<string, readonly SimulatedDay[]>();

/** The days of a term, and of what comes after it, in a time zone. */
export function daysOf({ start, days, holidays }: Span, timeZone: string): readonly SimulatedDay[] {
  const key = JSON.stringify([start, days, holidays, timeZone]);
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = Array.from({ length: days }, (_, number): SimulatedDay => {
    const day = dayAfter(start, number);
    const weekday = weekdayOf(day);
    const isFree = weekday === 'saturday' || weekday === 'sunday';
    return {
      number,
      day,
      weekday,
      from: startOfDay(day, timeZone),
      isSchoolDay: !isFree && !holidays.some(({ from, to }) => from <= day && day <= to),
    };
  });
  known.set(key, made);
  return made;
}

export const dayAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** A time of day, in hours, that stays within the day. */
export const atHour = ({ from }: SimulatedDay, hour: number): number =>
  Math.round(from + Math.min(Math.max(hour, 0.2), 22.8) * 60 * 60 * 1000);
