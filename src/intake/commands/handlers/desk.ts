import type { Person } from '../../../domain/people/person.ts';
import { dayIn } from '../../../domain/people/calendar.ts';
import { isOnLeave } from '../../../domain/people/leave.ts';
import { isStaff } from '../../../domain/people/rights.ts';
import type { Roster } from '../../../domain/people/roster.ts';
import { holds } from '../../../review/claim.ts';
import type { DeskStore } from '../../../review/desk-store.ts';
import { startOfDay } from '../../../domain/people/start-of-day.ts';
import { done, givenBy, type Handler, not } from '../call.ts';

const HOUR_MS = 60 * 60 * 1000;

export interface DeskDeps {
  desk: DeskStore;
  roster: () => Promise<Roster>;
  /** The account of the school that has this login, in small letters; null where there is none. */
  accountOf: (login: string) => Promise<Pick<Person, 'id' | 'login'> | null>;
  pulls: { now(): Promise<number> };
}

/**
 * Takes a pull request to look at, or hands it over. Whoever names a login, also their own, takes it from whoever has it: that
 * is said on purpose.
 */
export function claim({ desk, roster, accountOf, pulls }: DeskDeps): Handler<'claim'> {
  return async ({ login }, { pull, comment, state }) => {
    const now = await pulls.now();
    const before = await desk.claimOn(pull);
    if (login === null && before !== null && before.id !== comment.by.id && holds(before, now))
      return not({
        kind: 'claimed',
        by: before.login,
        hours: Math.max(0, Math.floor((now - before.at) / HOUR_MS)),
        to: comment.by.login,
      });
    const by = login === null ? comment.by : await accountOf(login);
    const standing = by === null ? undefined : (await roster()).get(by.id);
    const called = login ?? comment.by.login;
    if (by === null || standing === undefined || !isStaff(standing))
      return not({ kind: 'not-theirs', login: called, because: 'no-staff' });
    if (by.id === state.learner.id) return not({ kind: 'not-theirs', login: called, because: 'own-work' });
    if (by.id !== comment.by.id && isOnLeave(standing, now))
      return not({ kind: 'not-theirs', login: called, because: 'away' });
    await desk.claim(pull, { id: by.id, login: by.login }, comment.createdAt);
    return done;
  };
}

/** Takes a pull request out of the queue until a day begins where the member of staff lives. */
export function snooze({ desk, roster, pulls }: DeskDeps): Handler<'snooze'> {
  return async ({ day, why }, { pull, comment: { by, createdAt } }) => {
    const timeZone = (await roster()).get(by.id)?.timeZone ?? 'UTC';
    if (day <= dayIn(timeZone, await pulls.now())) return not({ kind: 'day-passed', day });
    await desk.snooze(pull, { by, until: startOfDay(day, timeZone), why, at: createdAt });
    return done;
  };
}

/** Notes whether what staff were shown was of use. */
export function useful({ desk }: Pick<DeskDeps, 'desk'>): Handler<'useful'> {
  return async ({ useful: answer }, call) => {
    await desk.rate(call.pull, { by: call.comment.by, useful: answer, given: givenBy(call) });
    return done;
  };
}
