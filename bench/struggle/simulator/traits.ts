import type { Weekday } from '../../../src/domain/people/working-time.ts';
import type { SimulatedDay } from './days.ts';
import { draw } from './distribution.ts';
import type { Parameters, Rhythm, Style } from './parameters.ts';
import { between, chance, normal, pick, type Random, shuffled } from './random.ts';

/** What somebody is like, for the whole of the course. */
export interface Traits {
  timeZone: string;
  rhythm: Rhythm;
  weekdays: ReadonlySet<Weekday>;
  /** How surely they work on a day of theirs. */
  showsUp: number;
  /** Hours that they work on such a day. */
  hours: number;
  /** When they begin, in hours of their day. */
  beginsAt: number;
  /** Their first day, from the beginning of the term on. */
  firstDay: number;
  /** In standard deviations. */
  ability: number;
  /** Hours that they take, as a share of what the middle learner takes. */
  pace: number;
  pushes: number;
  eager: number;
  style: Style;
  isTalker: boolean;
  isCopier: boolean;
  isJuggler: boolean;
  goesRound: boolean;
  goesOnWhileWaiting: boolean;
  procrastinates: boolean;
  /** Begins with a draft. */
  drafts: boolean;
  slowing: { fromDay: number; days: number; to: number; recoversAfter: number | null } | null;
}

const WEEK: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const WEEKEND: readonly Weekday[] = ['saturday', 'sunday'];

export function drawTraits(random: Random, parameters: Parameters): Traits {
  const { learners, trouble, term } = parameters;
  const rhythm = pick(random, learners.rhythms);
  const zones = learners.timeZones.map((timeZone) => ({ timeZone, share: 1 }));
  const ability = normal(random);
  const count = between(random, rhythm.days.least, rhythm.days.most);
  const slows = chance(random, trouble.slowing.share);
  return {
    timeZone: pick(random, zones).timeZone,
    rhythm,
    weekdays: new Set(shuffled(random, rhythm.days.weekend ? [...WEEK, ...WEEKEND] : WEEK).slice(0, count)),
    showsUp: share(draw(random, rhythm.showsUp)),
    hours: Math.min(9, draw(random, rhythm.hours)),
    beginsAt: Math.min(20, Math.max(6, 13 + 3.5 * normal(random))),
    firstDay: Math.floor(random.next() * learners.startsWithinWeeks * 7),
    ability,
    // Who understands more easily is faster, too, but far from surely.
    pace: Math.exp(learners.paceSigma * (0.8 * normal(random) - 0.6 * ability)),
    pushes: share(draw(random, learners.pushes)),
    eager: share(draw(random, learners.eager)),
    style: pick(random, trouble.styles).style,
    isTalker: chance(random, learners.talkers),
    isCopier: chance(random, learners.copiers),
    isJuggler: chance(random, learners.jugglers),
    goesRound: chance(random, trouble.goesRound),
    goesOnWhileWaiting: chance(random, learners.goesOnWhileWaiting),
    procrastinates: chance(random, learners.procrastination.share),
    drafts: chance(random, 0.5),
    slowing: slows
      ? {
          fromDay: Math.floor(random.next() * term.weeks * 7),
          days: 7 * draw(random, trouble.slowing.withinWeeks),
          to: share(draw(random, trouble.slowing.to)),
          recoversAfter: chance(random, trouble.slowing.recovers) ? 28 + between(random, 0, 28) : null,
        }
      : null,
  };
}

const share = (amount: number): number => Math.min(1, amount);

/** The share of their usual pace that somebody has on a day: it falls by the same share each day, and may come back. */
export function paceOn({ slowing }: Pick<Traits, 'slowing'>, day: number): number {
  if (slowing === null || day < slowing.fromDay) return 1;
  const since = day - slowing.fromDay;
  if (slowing.recoversAfter !== null && since > slowing.days + slowing.recoversAfter) return 1;
  return slowing.to ** Math.min(1, since / slowing.days);
}

/** A day of their week, which is no holiday. */
export const isOwnDay = (
  { weekdays }: Pick<Traits, 'weekdays'>,
  { weekday, isSchoolDay }: SimulatedDay,
): boolean => weekdays.has(weekday) && (isSchoolDay || weekday === 'saturday' || weekday === 'sunday');
