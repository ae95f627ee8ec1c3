import { describe, expect, test } from 'vitest';
import { courtAfter, holderOf, NEW_COURT, type Court } from '../../src/activity/court/court.ts';
import { daysOutside, isInside } from '../../src/activity/court/spans.ts';
import { event, type Told } from './told.ts';
import { workedDays } from '../../src/domain/people/worked-days.ts';

const at = (time: string): number => Date.parse(`2026-09-${time}Z`);
const DAYS = workedDays(
  { timeZone: 'UTC', leave: [], cohort: null },
  { weekend: ['saturday', 'sunday'], holidays: () => [] },
);

/** The court after some events, each a day after the one before, from Tuesday the 1st on. */
const after = (...told: readonly Told[]): Court =>
  told.reduce<Court>(
    (court, each, day) => courtAfter(court, event(each, at(`0${1 + day}T12:00`))),
    NEW_COURT,
  );

const handedIn: Told = { kind: 'handed-in' };
const assessed = (decision: 'mastered' | 'not-yet' | 'awaiting-review'): Told => ({
  kind: 'assessed',
  decision,
  criteria: [],
  failures: [],
});
const reviewed = (by: 'peer' | 'staff', says: 'approved' | 'changes-requested' | 'commented'): Told => ({
  kind: 'reviewed',
  by,
  says,
});
const corrective = (number: number | null): Told => ({ kind: 'corrective-given', criterion: 'c', number });
const asked = (of: 'peer' | 'staff'): Told => ({ kind: 'review-asked', of });

describe('in whose court the ball is', () => {
  test.each<[string, Told[], string]>([
    ['a new project', [{ kind: 'project-opened' }], 'learner'],
    ['practice', [{ kind: 'push', commits: 2 }], 'learner'],
    ['an attempt that waits for its marking', [handedIn], 'us'],
    ['an attempt that could not be marked as it is', [handedIn, { kind: 'refused' }], 'learner'],
    ['a not yet', [handedIn, assessed('not-yet')], 'learner'],
    ['a result that a person has the last word on', [handedIn, assessed('awaiting-review')], 'staff'],
    ['peers who were asked', [handedIn, asked('peer')], 'peer'],
    ['peers who have answered', [asked('peer'), reviewed('peer', 'commented')], 'learner'],
    [
      'peers who have answered, before staff',
      [asked('peer'), asked('staff'), reviewed('peer', 'approved')],
      'staff',
    ],
    ['a question of staff that decides nothing', [asked('staff'), reviewed('staff', 'commented')], 'staff'],
    ['staff who send it back', [asked('staff'), reviewed('staff', 'changes-requested')], 'learner'],
    ['a request that was withdrawn', [asked('staff'), { kind: 'review-over', of: 'staff' }], 'learner'],
    ['a newer attempt that is not yet anything', [asked('staff'), handedIn, assessed('not-yet')], 'learner'],
    ['an appeal', [assessed('not-yet'), { kind: 'appeal' }], 'staff'],
    ['an appeal, whatever is pushed meanwhile', [{ kind: 'appeal' }, handedIn, assessed('not-yet')], 'staff'],
    ['correctives that have run out', [assessed('not-yet'), corrective(null)], 'staff'],
    ['a corrective', [assessed('not-yet'), corrective(2)], 'learner'],
    [
      'a person who was called and has come',
      [corrective(null), { kind: 'session', minutes: 30, criterion: null }],
      'learner',
    ],
    ['an appeal that was answered', [{ kind: 'appeal' }, { kind: 'appeal-ended' }], 'learner'],
  ])('%s', (_, told, holder) => {
    expect(holderOf(after(...told))).toBe(holder);
  });

  test('only the working days of the learner count as theirs', () => {
    // Handed in on Tuesday, sent back on Friday at noon.
    const court = after(
      handedIn,
      assessed('awaiting-review'),
      { kind: 'comment', command: null },
      reviewed('staff', 'changes-requested'),
    );
    expect(daysOutside(court.away, at('01T00:00'), at('04T12:00'), DAYS)).toBeCloseTo(0.5, 9);
    expect(daysOutside(court.away, at('01T00:00'), at('08T12:00'), DAYS)).toBeCloseTo(2.5, 9);
    expect(daysOutside(court.away, at('03T00:00'), at('04T00:00'), DAYS)).toBe(0);
    expect(isInside(court.away, at('03T00:00'))).toBe(true);
    expect(isInside(court.away, at('05T00:00'))).toBe(false);
    expect(isInside(after(handedIn).away, at('09T00:00'))).toBe(true);
    expect(daysOutside(after(handedIn).away, at('01T00:00'), at('09T00:00'), DAYS)).toBeCloseTo(0.5, 9);
  });
});
