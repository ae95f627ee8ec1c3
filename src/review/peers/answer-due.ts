import { isAwayOn } from '../../domain/people/away.ts';
import type { Day } from '../../domain/people/calendar.ts';
import type { Standing } from '../../domain/people/roster.ts';
import type { SchoolCalendar } from '../../domain/people/school-calendar.ts';
import { afterWorkingTime, weekdayOf } from '../../domain/people/working-time.ts';

/** A peer who has not answered after so long is replaced; only the days on which they work count. */
const ANSWER_WITHIN_MS = 48 * 60 * 60 * 1_000;

/** When an answer is due from somebody who was asked at a time (ms since 1970): weekends, holidays and leave do not count. */
export function answerDue(
  askedAt: number,
  standing: Pick<Standing, 'timeZone' | 'leave' | 'cohort'>,
  { weekend, holidays }: SchoolCalendar,
): number {
  const isFree = (day: Day) => weekend.includes(weekdayOf(day)) || isAwayOn(standing, day, holidays);
  return afterWorkingTime(askedAt, ANSWER_WITHIN_MS, { timeZone: standing.timeZone, isFree });
}
