import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WaitingWork } from '../../src/domain/waiting-work.ts';
import { queueOf } from '../../src/review/queue.ts';

const hour = 3_600_000;
const now = Date.parse('2026-03-02T09:00:00Z');

const work = (login: string, hoursAgo: number, more: Partial<WaitingWork> = {}): WaitingWork => ({
  pull: { installation: 1, owner: 'school', repo: `sums-${login}`, repositoryId: 1, number: 1 },
  learner: { id: 1, login },
  project: 'sums',
  headSha: 'a'.repeat(40),
  waitsFor: 'sign-off',
  since: now - hoursAgo * hour,
  appeal: null,
  claim: null,
  snooze: null,
  peers: { looking: 0, until: null, said: 0 },
  misses: 0,
  ...more,
});
const order = (...all: WaitingWork[]) => queueOf(all, now).map(({ learner }) => learner.login);

describe('the queue of the staff', () => {
  test('has first what waits longest', () => {
    expect(order(work('ada', 2), work('bo', 30), work('chidi', 5))).toEqual(['bo', 'chidi', 'ada']);
  });

  test('has before it who can go on with nobody else’s help, but nobody waits for ever', () => {
    const stuck = work('stuck', 1, { waitsFor: 'help', misses: 5 });
    expect(order(work('ada', 24), stuck)).toEqual(['stuck', 'ada']);
    expect(order(work('ada', 24 * 4), stuck)).toEqual(['ada', 'stuck']);
  });

  test('has below others what peers are looking at, for as long as they have', () => {
    const looking = (hoursLeft: number) => ({
      peers: { looking: 1, until: now + hoursLeft * hour, said: 0 },
    });
    expect(order(work('ada', 30, looking(18)), work('bo', 1))).toEqual(['bo', 'ada']);
    // When they have had their time, or nobody looks, it is as old as it is.
    expect(order(work('ada', 30, looking(-1)), work('bo', 1))).toEqual(['ada', 'bo']);
    // A learner who asks for a person waits for no peer.
    const asks = work('ada', 1, { waitsFor: 'appeal', ...looking(18) });
    expect(queueOf([asks], now)[0]?.needs.map(({ reason }) => reason)).not.toContain('peers');
  });

  test('takes two misses for what they are, and each further one for more need', () => {
    expect(order(work('ada', 1, { misses: 2 }), work('bo', 2))).toEqual(['bo', 'ada']);
    expect(order(work('ada', 1, { misses: 6 }), work('bo', 2))).toEqual(['ada', 'bo']);
  });

  test('has last what is due to be looked at again, however long', () => {
    const due = work('due', 24 * 50, { waitsFor: 'due', misses: 2 });
    expect(order(due, work('ada', 1))).toEqual(['ada', 'due']);
    expect(queueOf([due], now)[0]?.needs).toEqual([{ reason: 'due', points: 0.02 }]);
  });

  test('has first of all who asks for a person', () => {
    const asks = work('asks', 0, { waitsFor: 'appeal', appeal: 'Why?' });
    expect(
      order(work('ada', 24 * 60), work('stuck', 24 * 30, { waitsFor: 'help', misses: 12 }), asks)[0],
    ).toBe('asks');
  });

  test.each<[string, Partial<WaitingWork>, string]>([
    ['is nobody’s', {}, 'waiting'],
    ['is somebody’s', { claim: { id: 9, login: 'grace', at: now - 2 * hour } }, 'claimed'],
    ['was left by somebody', { claim: { id: 9, login: 'grace', at: now - 36 * hour } }, 'waiting'],
    ['is put off', { snooze: { login: 'grace', why: '', until: now + 1, at: now } }, 'snoozed'],
    ['was put off until now', { snooze: { login: 'grace', why: '', until: now, at: now - hour } }, 'waiting'],
    [
      'was put off before something else came',
      { snooze: { login: 'grace', why: '', until: now + hour, at: now - 6 * hour } },
      'waiting',
    ],
  ])('knows of work whether it %s', (_what, more, state) => {
    expect(queueOf([work('ada', 5, more)], now)[0]?.state).toBe(state);
  });

  test('says why each stands where it stands, and its reasons add up', () => {
    const [item] = queueOf([work('ada', 12, { waitsFor: 'help', misses: 4 })], now);
    expect(item?.needs).toEqual([
      { reason: 'help', points: 2 },
      { reason: 'waiting', points: 0.5 },
      { reason: 'misses', points: 0.5 },
    ]);
    expect(item?.need).toBe(3);
  });

  test('is the same in whichever order it was found, and moves nobody back for waiting longer', () => {
    const some = fc.array(
      fc.record({
        hours: fc.integer({ min: -1, max: 500 }),
        help: fc.boolean(),
        misses: fc.nat(12),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, (all) => {
        const found = all.map(({ hours, help, misses }, at) =>
          work(`l${at}`, hours + at / 1000, { waitsFor: help ? 'help' : 'sign-off', misses }),
        );
        const queue = queueOf(found, now);
        expect(queueOf(found.toReversed(), now)).toEqual(queue);
        expect(queue.map(({ need }) => need)).toEqual(
          queue.map(({ need }) => need).toSorted((a, b) => b - a),
        );
        const [first] = found;
        if (first === undefined) return;
        const placeOf = (all: WaitingWork[]) =>
          queueOf(all, now).findIndex(({ learner }) => learner.login === first.learner.login);
        const older = [{ ...first, since: first.since - hour }, ...found.slice(1)];
        expect(placeOf(older)).toBeLessThanOrEqual(placeOf(found));
      }),
    );
  });
});
