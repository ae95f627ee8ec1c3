import { describe, expect, test } from 'vitest';
import { toRetune } from '../../src/activity/alerts/usefulness.ts';
import type { ActivityEvent } from '../../src/activity/events.ts';
import type { Signal } from '../../src/activity/signals/signal.ts';
import { at, event, lines, missed, push, pushesDaily, replayed, type Told } from './told.ts';

const opened = event({ kind: 'project-opened' }, at('09-01T08:00'));
/** At work on each day of three weeks, the last time on Friday the 18th. */
const threeWeeks = [opened, ...pushesDaily('09-01', 18)];
// What is asked of silence and messages shows without what takes long.
const struggle = { duration: false, pace: false };

describe('a learner who falls silent', () => {
  test('gets a kind word in working hours, and staff hear of it later', () => {
    const told = lines(replayed(threeWeeks, at('10-02T12:00'), { struggle }));
    expect(told).toEqual([
      '09-24T00:00 open silence nudge',
      '09-24T08:00 say silence',
      '09-29T09:00 change silence alert',
    ]);
  });

  test('is left in peace from the next sign on', () => {
    const back = [...threeWeeks, event(push, at('09-25T10:00'))];
    expect(lines(replayed(back, at('09-26T12:00'), { struggle })).at(-1)).toBe(
      '09-25T10:00 close silence nudge resumed',
    );
  });

  test.each<[string, Told[]]>([
    ['handed in, and was not marked', [{ kind: 'handed-in' }]],
    ['waits for peers', [{ kind: 'review-asked', of: 'peer' }]],
    ['waits for staff', [{ kind: 'review-asked', of: 'staff' }]],
    ['waits for an answer to an appeal', [{ kind: 'appeal' }]],
    ['waits for a person who was called', [{ kind: 'corrective-given', criterion: 'x', number: null }]],
    ['has told of leave', [{ kind: 'leave', days: { from: '2026-09-19', to: '2026-10-30' } }]],
    ['has mastered it', [{ kind: 'mastered' }]],
  ])('is no concern of anybody who %s', (_, told) => {
    const events = [...threeWeeks, ...told.map((each) => event(each, at('09-18T15:00')))];
    expect(lines(replayed(events, at('10-09T12:00'), { struggle }))).toEqual([]);
  });

  test('is no concern on holidays, and at enrichment', () => {
    const holidays = () => [{ from: '2026-09-19', to: '2026-10-30' }];
    const calendar = { weekend: ['saturday', 'sunday'] as const, holidays };
    const cohort = threeWeeks;
    expect(
      lines(replayed(cohort, at('10-09T12:00'), { struggle, calendar: { ...calendar, holidays: () => [] } })),
    ).not.toEqual([]);
    const optional = threeWeeks.map((each) => ({ ...each, project: 'c' }) as ActivityEvent);
    expect(lines(replayed(optional, at('10-09T12:00'), { struggle }))).toEqual([]);
  });

  test('who tells of leave is asked for nothing any more', () => {
    const leave = event({ kind: 'leave', days: { from: '2026-09-25', to: '2026-09-30' } }, at('09-25T11:00'));
    const told = lines(replayed([...threeWeeks, leave], at('09-30T12:00'), { struggle }));
    expect(told.at(-1)).toBe('09-25T11:00 close silence nudge leave');
  });

  test('is heard of no sooner than staff want to', () => {
    const snoozed = event({ kind: 'snoozed', until: at('10-01T00:00') }, at('09-21T12:00'));
    const told = lines(replayed([...threeWeeks, snoozed], at('10-02T12:00'), { struggle }));
    expect(told).toEqual(['10-01T00:00 open silence alert', '10-01T08:00 say silence']);
  });

  test('is not written to, nor told of again, while somebody else is waited for', () => {
    const waits = event({ kind: 'review-asked', of: 'staff' }, at('09-24T05:00'));
    const told = lines(replayed([...threeWeeks, waits], at('10-02T12:00'), { struggle }));
    expect(told).toEqual(['09-24T00:00 open silence nudge']);
  });

  test('is known already when the same comes back within two weeks', () => {
    const back = [...threeWeeks, event(push, at('09-25T10:00'))];
    const told = lines(replayed(back, at('10-05T12:00'), { struggle }));
    expect(told.filter((line) => line.includes('say'))).toEqual(['09-24T08:00 say silence']);
    expect(told).toContainEqual(expect.stringMatching(/^\d\d-\d\d.* open silence nudge known$/));
  });
});

describe('messages', () => {
  /** The same failure on each day, on two projects one after the other. */
  const failing = (project: string, from: string) =>
    pushesDaily(from, 4, { project }).flatMap((each) => [
      each,
      event({ kind: 'handed-in' }, each.at + 60_000, project),
      event(missed(), each.at + 120_000, project),
    ]);

  test('never come sooner than 72 hours after the last one, nor in quiet hours', () => {
    const events = [
      opened,
      event({ kind: 'project-opened' }, at('09-01T08:00'), 'b'),
      ...failing('a', '09-07'),
      event({ kind: 'mastered' }, at('09-10T12:00')),
      ...failing('b', '09-07'),
    ];
    const quiet = { ...struggle, silence: false, messages: { quietFrom: '08:00', quietUntil: '14:00' } };
    const { looks } = replayed(events, at('09-20T12:00'), { struggle: quiet });
    const times = looks.flatMap(({ messages }) => messages.map((each) => each.at));
    expect(times.length).toBeGreaterThan(1);
    times.slice(1).forEach((time, index) => {
      expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(72 * 3_600_000);
    });
    expect(times.map((time) => new Date(time).getUTCHours()).every((hour) => hour < 8 || hour >= 14)).toBe(
      true,
    );
  });

  test('tell of one trouble once: what else shows is known', () => {
    const events = [opened, ...failing('a', '09-07')];
    const told = lines(replayed(events, at('09-30T12:00'), { struggle }));
    expect(told.filter((line) => line.includes('say'))).toHaveLength(1);
    expect(told).toContainEqual(expect.stringContaining('known'));
  });
});

describe('a watch', () => {
  const crowd = Array.from({ length: 30 }, (_, learner) => [
    event({ kind: 'project-opened' }, at('09-01T08:00'), 'a', learner + 1),
    ...pushesDaily('09-01', 5 + learner, { learner: learner + 1 }),
    ...(learner % 3 === 0 ? [event({ kind: 'mastered' }, at('10-06T08:00'), 'a', learner + 1)] : []),
  ]).flat();

  test('says the same of the same events', () => {
    const once = replayed(crowd, at('10-15T12:00'), { everyHours: 6 });
    const again = replayed(crowd, at('10-15T12:00'), { everyHours: 6 });
    expect(lines(once).length).toBeGreaterThan(20);
    expect(again.looks).toEqual(once.looks);
    expect(again.watch.alerts()).toEqual(once.watch.alerts());
  });

  test('knows nobody who is not of the school', () => {
    const stranger = threeWeeks.map((each) => ({ ...each, learner: 99 }));
    const { watch, looks } = replayed(stranger, at('10-09T12:00'));
    expect(watch.account(99)).toBeUndefined();
    expect(looks.flatMap(({ steps }) => steps)).toEqual([]);
  });

  test('has one open alert of a learner and a cause at most', () => {
    const { looks } = replayed(crowd, at('10-15T12:00'), { everyHours: 6 });
    const open = new Set<string>();
    for (const { steps } of looks)
      for (const { kind, alert } of steps) {
        const key = `${alert.learner} ${alert.cause}`;
        if (kind === 'open') expect(open.has(key)).toBe(false);
        if (kind === 'open') open.add(key);
        if (kind === 'close') open.delete(key);
      }
  });
});

describe('what staff say of alerts', () => {
  const signal = (name: Signal['signal']): Signal => ({
    signal: name,
    level: 'alert',
    project: 'a',
    numbers: {},
    sentence: '',
  });
  const said = (name: Signal['signal'], ...useful: boolean[]) =>
    useful.map((each) => ({ signal: signal(name), useful: each }));

  test('a signal that was of use less than half of the time is proposed for retuning', () => {
    expect(
      toRetune(
        [
          ...said('pace', true, false, false, false, true),
          ...said('silence', true, true, true, false, false),
          ...said('rapid', false, false, false, false),
        ],
        0.5,
      ),
    ).toEqual([{ signal: 'pace', useful: 2, of: 5 }]);
  });
});
