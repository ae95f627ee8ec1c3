import type { LeaveTold } from '../../../src/activity/events.ts';
import { atHour, type SimulatedDay } from './days.ts';
import { draw } from './distribution.ts';
import type { AbsenceParameters } from './parameters.ts';
import { between, chance, type Random } from './random.ts';
import type { Traits } from './traits.ts';

/** Days, counted from the first of the term, on which somebody does not work; both included. */
export interface Absence {
  first: number;
  last: number;
  kind: 'leave' | 'illness' | 'quiet';
  /** The day on which it was told; null where it never was. */
  toldOn: number | null;
}

/** Draws when somebody is away. Terms are taken one after the other, so that it goes on after the first. */
export function drawAbsences(
  random: Random,
  { leave, illness, quiet }: AbsenceParameters,
  { rhythm, weekdays }: Pick<Traits, 'rhythm' | 'weekdays'>,
  { days, term }: { days: readonly SimulatedDay[]; term: number },
): Absence[] {
  const all: Absence[] = [];
  const length = (spread: Parameters<typeof draw>[1]) => Math.max(1, Math.round(draw(random, spread)));
  const isFree = (first: number, last: number) =>
    all.every((other) => last + 1 < other.first || other.last + 1 < first);
  const add = (absence: Absence) => {
    if (absence.last < days.length && isFree(absence.first, absence.last)) all.push(absence);
  };
  for (let at = 0; at < days.length; at += term) {
    const someDay = () => at + between(random, 0, term - 1);
    for (let times = often(random, leave.perTerm); times > 0; times -= 1) {
      const first = someDay();
      const toldOn = Math.max(0, first - between(random, 1, 14));
      add({ first, last: first + length(leave.days) - 1, kind: 'leave', toldOn });
    }
    for (let times = often(random, illness.perTerm); times > 0; times -= 1) {
      const first = someDay();
      const last = first + length(illness.days) - 1;
      const tells = first + Math.round(draw(random, illness.afterDays));
      const toldOn = chance(random, illness.tells) && tells <= last ? tells : null;
      add({ first, last, kind: 'illness', toldOn });
    }
    for (let times = often(random, quiet.perTerm); times > 0; times -= 1) {
      const first = someDay();
      const wanted = between(random, quiet.workingDays.least, quiet.workingDays.most);
      const own = days.filter(
        ({ number, weekday, isSchoolDay }) =>
          number >= first && weekdays.has(weekday) && (isSchoolDay || isWeekend(weekday)),
      );
      const last = own[wanted - 1]?.number;
      if (last !== undefined) add({ first, last, kind: 'quiet', toldOn: null });
    }
  }
  const { sprints } = rhythm;
  if (sprints === undefined) return all;
  const round = 7 * (sprints.weeksOn + sprints.weeksOff);
  for (let at = 7 * sprints.weeksOn; at + 7 * sprints.weeksOff <= days.length; at += round)
    add({ first: at, last: at + 7 * sprints.weeksOff - 1, kind: 'leave', toldOn: Math.max(0, at - 7) });
  return all;
}

const isWeekend = (weekday: string): boolean => weekday === 'saturday' || weekday === 'sunday';

/** How often something happens that happens so often on average (Poisson, by Knuth). */
function often(random: Random, mean: number): number {
  let times = 0;
  for (let left = random.next(); left > Math.exp(-mean); left *= random.next()) times += 1;
  return times;
}

/** What is told of absences: of illness, from its first day on. */
export function leaveTold(
  learner: number,
  absences: readonly Absence[],
  days: readonly SimulatedDay[],
): LeaveTold[] {
  return absences.flatMap(({ first, last, toldOn }) => {
    const [from, to, told] = [days[first], days[last], toldOn === null ? undefined : days[toldOn]];
    if (from === undefined || to === undefined || told === undefined) return [];
    return { kind: 'leave', learner, at: atHour(told, 8), days: { from: from.day, to: to.day } };
  });
}
