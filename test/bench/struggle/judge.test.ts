import { expect, test } from 'vitest';
import type { Alert } from '../../../bench/struggle/evaluate/alert.ts';
import { scoreForecasts } from '../../../bench/struggle/evaluate/forecast.ts';
import { judge } from '../../../bench/struggle/evaluate/judge.ts';
import { scoreOf } from '../../../bench/struggle/evaluate/score.ts';
import { type Episode, joined, type Truth } from '../../../bench/struggle/simulator/truth.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const day = (number: number) => number * DAY_MS;
const days = Array.from({ length: 60 }, (_, number) => day(number));
const term = { from: 0, until: day(60) };

const truth = (given: Partial<Truth>): Truth => ({
  episodes: [],
  timeOff: [],
  waiting: [],
  begun: [{ project: 'one', from: 0, until: day(60) }],
  gains: [],
  quiet: [],
  ownDays: days,
  schoolDays: days,
  finishedAt: null,
  gaveUp: false,
  kind: { rhythm: 'every day', style: 'digs' },
  ...given,
});
const stuck = (from: number, until: number, project: string | null = 'one'): Episode => ({
  project,
  from: day(from),
  until: day(until),
  causes: ['stuck'],
});
const alert = (at: number, project: string | null = 'one'): Alert => ({
  learner: 7,
  project,
  cause: 'any',
  at: day(at),
});
const verdicts = (given: Partial<Truth>, alerts: Alert[]) =>
  judge({ truth: truth(given), alerts, plain: [] }, term).verdicts.map(({ verdict }) => verdict);

test('says of each alert what was the matter then', () => {
  const given: Partial<Truth> = {
    episodes: [stuck(10, 20), stuck(30, 32)],
    timeOff: [{ from: day(40), until: day(45), toldAt: day(39) }],
    waiting: [{ project: 'one', from: day(50), until: day(52) }],
    quiet: [{ from: day(5), until: day(9) }],
  };
  const at = [6, 10, 19, 21, 25, 31, 41, 51];
  expect(
    verdicts(
      given,
      at.map((each) => alert(each)),
    ),
  ).toEqual(['quiet', 'true', 'true', 'over', 'nothing', 'short', 'on leave', 'waiting']);
});

test('an alert of another project is none of this one; one of all projects is', () => {
  expect(verdicts({ episodes: [stuck(10, 20)] }, [alert(12, 'two'), alert(12, null)])).toEqual([
    'nothing',
    'true',
  ]);
  expect(verdicts({ episodes: [stuck(10, 20, null)] }, [alert(12, 'two')])).toEqual(['true']);
});

test('only trouble of ten days of their own must be found; days of waiting for others, or of getting on elsewhere, are none', () => {
  const episodes = [stuck(0, 9), stuck(10, 20), stuck(21, 33), stuck(35, 46)];
  const waiting = [{ project: 'one', from: day(23), until: day(30) }];
  const gains = [36, 37].map((each) => ({ at: day(each) + 1, project: 'two' }));
  const found = judge({ truth: truth({ episodes, waiting, gains }), alerts: [], plain: [] }, term);
  expect(found.troubles.map(({ days: lasted, episode }) => [episode.from / DAY_MS, lasted])).toEqual([
    [10, 10],
  ]);
});

test('an alert that stands since before the trouble tells of it, from its beginning on', () => {
  const standing = (until: number) => ({ ...alert(8), until: day(until) });
  const found = (until: number) =>
    judge(
      { truth: truth({ episodes: [stuck(10, 30)] }), alerts: [standing(until)], plain: [alert(24)] },
      term,
    ).troubles;
  expect(found(12)).toMatchObject([{ lead: 14 }]);
  expect(found(10)).toMatchObject([{ told: null, lead: null }]);
});

test('the lead is over the plain rule, or to the end where that says nothing', () => {
  const score = scoreOf([
    judge({ truth: truth({ episodes: [stuck(0, 30)] }), alerts: [alert(8)], plain: [alert(14)] }, term),
    judge({ truth: truth({ episodes: [stuck(0, 18)] }), alerts: [alert(8)], plain: [] }, term),
    judge({ truth: truth({ episodes: [stuck(0, 30)] }), alerts: [], plain: [alert(14)] }, term),
  ]);
  expect(score).toMatchObject({ lead: 8, both: { lead: 6, found: 1 }, plainAlone: 1, precision: 1 });
  expect(score.recall).toBeCloseTo(2 / 3);
});

test('trouble that led to another is one', () => {
  const gone: Episode = { project: null, from: day(14), until: day(30), causes: ['gave-up'] };
  expect(joined([gone, stuck(10, 14), stuck(40, 50)])).toEqual([
    { project: null, from: day(10), until: day(30), causes: ['stuck', 'gave-up'] },
    stuck(40, 50),
  ]);
});

test('of forecasts it counts who finished within the range, and whom nobody can foretell apart', () => {
  const truths = new Map([
    [1, truth({ finishedAt: day(20) })],
    [2, truth({ finishedAt: day(50) })],
    [3, truth({ gaveUp: true })],
    [4, truth({})],
    [5, truth({ finishedAt: day(5) })],
  ]);
  const foretold = [1, 2, 3, 4, 5].map((learner) => ({
    learner,
    at: day(10),
    from: day(15),
    until: day(30),
  }));
  expect(scoreForecasts(foretold, truths)).toMatchObject({
    cases: 4,
    held: 0.5,
    early: 0,
    late: 0.5,
    heldOfAll: 1 / 3,
    days: 15,
    leftForGood: 1,
  });
});
