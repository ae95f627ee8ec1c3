import { dayIn, type Days } from './calendar.ts';
import type { Roster, Standing } from './roster.ts';

/** Whether somebody is on leave at a time (ms since 1970), by the calendar where they live. */
export function isOnLeave({ timeZone, leave }: Pick<Standing, 'timeZone' | 'leave'>, at: number): boolean {
  const today = dayIn(timeZone, at);
  return leave.some(({ from, to }) => from <= today && today <= to);
}

/** Leave that somebody has told of, by GitHub's number of them; of days that overlap the one that was told last holds. */
export type ToldLeave = ReadonlyMap<number, readonly Days[]>;

/** Puts leave that was told beside that of the roster. Whoever is not in the roster stays unknown. */
export function withLeave(roster: Roster, told: ToldLeave): Roster {
  const onLeave = new Map(
    [...roster].map(([id, standing]) => [
      id,
      { ...standing, leave: [...standing.leave, ...(told.get(id) ?? [])] },
    ]),
  );
  return Object.assign(onLeave, { namesLearners: roster.namesLearners });
}

/**
 * The days that hold of those that somebody told, the oldest first: what is told later takes the place of what it overlaps, from its first
 * day on. The days before that stay.
 */
export function lastTold(days: readonly Days[]): Days[] {
  return days.flatMap(({ from, to }, index) => {
    const over = days.slice(index + 1).filter((later) => later.from <= to && from <= later.to);
    const first = over.map((later) => later.from).toSorted()[0];
    if (first === undefined) return [{ from, to }];
    return from < first ? [{ from, to: dayBefore(first) }] : [];
  });
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - 24 * 3_600_000).toISOString().slice(0, 10);
