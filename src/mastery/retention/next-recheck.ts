import type { Retention } from '../../domain/course/retention.ts';

/**
 * What became of a re-check. `planting`: it is being made. `offered`: the learner has it. `kept`: the bug was found and mended.
 * `missed`: it was not, in time. `shown`: a later project showed the same skills. `impossible`: none could be made.
 */
export type RecheckState = 'planting' | 'offered' | 'kept' | 'missed' | 'shown' | 'impossible';

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
const MOST_MISSES = 2;

/**
 * Which re-check of a mastery is due. Between two of them more and more time goes by, as what was recalled once is forgotten more
 * slowly (Cepeda et al. 2006 on spacing; the days are the course's). A missed one takes nothing away: it stays due, and is offered
 * once more.
 *
 * What a later project shows counts as a re-check when it shows all skills of this one, in the second half of the time
 * that was to go by: what is shown the day after says little about what is kept (our choice).
 */
export function nextRecheck(
  {
    masteredAt,
    skills,
    past,
    showings,
  }: {
    masteredAt: number;
    skills: readonly string[];
    past: readonly PastRecheck[];
    showings: readonly Showing[];
  },
  { afterDays, openDays }: Retention,
  now: number,
): NextRecheck {
  if (past.some(({ endedAt }) => endedAt === null)) return null;
  const over = past.filter(({ state }) => state !== 'missed').map(({ step }) => step + 1);
  const step = Math.max(0, ...over);
  const days = afterDays[step];
  if (days === undefined) return null;
  const misses = past.filter((each) => each.state === 'missed' && each.step === step);
  if (misses.length >= MOST_MISSES) return null;
  const gap = days - (afterDays[step - 1] ?? 0);
  const since = Math.max(
    0,
    ...past.filter(({ state }) => state !== 'missed').map(({ endedAt }) => endedAt ?? 0),
  );
  const lastMiss = Math.max(0, ...misses.map(({ endedAt }) => endedAt ?? 0));
  const due = Math.max(
    masteredAt + days * DAY_MS,
    // Where the one before came late, this one does too: what matters is the time between.
    ...(since === 0 ? [] : [since + gap * DAY_MS]),
    ...(lastMiss === 0 ? [] : [lastMiss + openDays * DAY_MS]),
  );
  if (now < due) return null;
  const before = due - gap * DAY_MS;
  const shown = new Set(
    showings.filter(({ at }) => at >= (before + due) / 2).flatMap((showing) => showing.skills),
  );
  const isShown = skills.length > 0 && skills.every((skill) => shown.has(skill));
  return { what: isShown ? 'shown' : 'offer', step };
}
