import type { Retention } from '../../domain/course/retention.ts';

/**
 * What became of a re-check. `planting`: it is being made. `offered`: the learner has it. `kept`: the bug was found and mended.
 * `missed`: it was not, in time. `shown`: a later project showed the same skills. `impossible`: none could be made of this work.
 * `void`: it came to nothing, and nobody was tested by it, as whoever had it has left, the course has no such project any more, or it was out
 * of our sight.
 */
export type RecheckState = 'planting' | 'offered' | 'kept' | 'missed' | 'shown' | 'impossible' | 'void';

/** A re-check of one mastery so far. */
export interface PastRecheck {
  /** Which of the days of the course's plan it is for, counted from 0. */
  step: number;
  state: RecheckState;
  /** Milliseconds since 1970; null while it is not over. */
  endedAt: number | null;
}

/** Skills that somebody showed in an attempt at another project. */
export interface Showing {
  at: number;
  skills: readonly string[];
}

/** What is to be done now; null: nothing. `shown`: the skills have been shown again since, so that nobody has to ask for them. */
export type NextRecheck = { what: 'offer' | 'shown'; step: number } | null;

const DAY_MS = 24 * 60 * 60 * 1000;

/** A re-check that was missed so often in a row is not offered again by itself: then somebody should talk with the learner. */
export const MOST_MISSES = 2;

/** So long after the plan's last day, what did not come about by then does not come about any more (our choice). */
const LATE_DAYS = 180;

/** How long after a mastery it is looked at again at all: leave, holidays and misses put re-checks off. Milliseconds. */
export const lookedAtFor = ({ afterDays }: Retention): number =>
  ((afterDays.at(-1) ?? 0) + LATE_DAYS) * DAY_MS;

/** What is known of a mastery. */
export interface Mastery {
  masteredAt: number;
  /** Its re-checks so far, the oldest first. */
  past: readonly PastRecheck[];
}

/** A re-check whose time has come. */
interface DueStep {
  step: number;
  /** What is shown since then counts; ms since 1970. */
  from: number;
  /** It may be offered; else it was missed so often that later work alone can show it. */
  mayOffer: boolean;
}

/**
 * Which re-check's time has come; null where none has. Between two of them more and more time goes by, as what was recalled once is
 * forgotten more slowly (Cepeda et al. 2006 on spacing; the days are the course's). A missed one takes nothing away: it stays due, and
 * is offered once more.
 */
export function stepDue(
  { masteredAt, past }: Mastery,
  { afterDays, openDays }: Retention,
  now: number,
): DueStep | null {
  if (past.some(({ endedAt }) => endedAt === null)) return null;
  const over = past.filter(({ state }) => state !== 'missed' && state !== 'void');
  const step = Math.max(0, ...over.map((each) => each.step + 1));
  const days = afterDays[step];
  if (days === undefined) return null;
  const misses = past.filter((each) => each.state === 'missed' && each.step === step);
  const gap = days - (afterDays[step - 1] ?? 0);
  const lastOver = lastOf(over);
  const lastMiss = lastOf(misses);
  const due = Math.max(
    masteredAt + days * DAY_MS,
    // Where the one before came late, this one does too: what matters is the time between.
    ...(lastOver === null ? [] : [lastOver + gap * DAY_MS]),
    ...(lastMiss === null ? [] : [lastMiss + openDays * DAY_MS]),
  );
  if (now < due) return null;
  return { step, from: lastMiss ?? due - (gap * DAY_MS) / 2, mayOffer: misses.length < MOST_MISSES };
}

/**
 * What is to be done now about a mastery. What a later project shows counts as a re-check when it shows all skills of this one, in the
 * second half of the time that was to go by, or after a miss: what is shown the day after says little about what is kept (our choice).
 */
export function nextRecheck(
  { skills, showings, ...mastery }: Mastery & { skills: readonly string[]; showings: readonly Showing[] },
  retention: Retention,
  now: number,
): NextRecheck {
  const due = stepDue(mastery, retention, now);
  if (due === null) return null;
  const { step, from, mayOffer } = due;
  const shown = new Set(showings.filter(({ at }) => at >= from).flatMap((showing) => showing.skills));
  if (skills.length > 0 && skills.every((skill) => shown.has(skill))) return { what: 'shown', step };
  return mayOffer ? { what: 'offer', step } : null;
}

const lastOf = (past: readonly PastRecheck[]): number | null =>
  past.length === 0 ? null : Math.max(...past.map(({ endedAt }) => endedAt ?? 0));

/**
 * How many looks at a mastery were missed in a row, the last ones: with one or more it is due, until the bug is found or later work
 * shows the same; mastered it is all the same.
 *
 * @param past the oldest first
 */
export function missesOf(past: readonly Pick<PastRecheck, 'state'>[]): number {
  const found = past.filter(({ state }) => state === 'kept' || state === 'missed' || state === 'shown');
  return found.length - 1 - found.findLastIndex(({ state }) => state !== 'missed');
}
