import { median } from '../../../src/domain/median.ts';
import type { Truth } from '../simulator/truth.ts';

/** When somebody will have finished, as it was foretold: it is meant to hold in 80 % of cases. Times in ms since 1970. */
export interface Foretold {
  learner: number;
  /** When it was foretold. */
  at: number;
  from: number;
  until: number;
}

export interface ForecastScore {
  cases: number;
  /** Of those who have finished since: the share whose day was within the range, before it, and after it. */
  held: number | null;
  early: number | null;
  late: number | null;
  /** Of all, with those who have yet to finish when the looking ends counted as late, and those who have left for good left out. */
  heldOfAll: number | null;
  /** Median width of the ranges, in days, and as a share of the days that it took from then on. */
  days: number | null;
  ofTheTime: number | null;
  /** Cases of learners who have left for good: nobody foretells that. */
  leftForGood: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Holds what was foretold against when learners finished. Who had finished before is no case. */
export function scoreForecasts(
  foretold: readonly Foretold[],
  truths: ReadonlyMap<number, Truth>,
): ForecastScore {
  const cases = foretold.flatMap((each) => {
    const truth = truths.get(each.learner);
    if (truth === undefined) return [];
    return truth.finishedAt !== null && truth.finishedAt <= each.at ? [] : [{ ...each, truth }];
  });
  const finished = cases.flatMap(({ truth, ...each }) =>
    truth.finishedAt === null ? [] : [{ ...each, finishedAt: truth.finishedAt }],
  );
  const open = cases.filter(({ truth }) => truth.finishedAt === null);
  const leftForGood = open.filter(({ truth }) => truth.gaveUp).length;
  const held = finished.filter(({ from, until, finishedAt }) => from <= finishedAt && finishedAt <= until);
  const shareOf = (some: number, all: number): number | null => (all === 0 ? null : some / all);
  return {
    cases: cases.length,
    held: shareOf(held.length, finished.length),
    early: shareOf(finished.filter(({ from, finishedAt }) => finishedAt < from).length, finished.length),
    late: shareOf(finished.filter(({ until, finishedAt }) => until < finishedAt).length, finished.length),
    heldOfAll: shareOf(held.length, cases.length - leftForGood),
    days: median(finished.map(({ from, until }) => (until - from) / DAY_MS)),
    ofTheTime: median(finished.map(({ from, until, at, finishedAt }) => (until - from) / (finishedAt - at))),
    leftForGood,
  };
}
