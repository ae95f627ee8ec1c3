import { expect, test } from 'vitest';
import { type Evidence, logOdds, probability } from '../../../src/similarity/pairs/odds.ts';

const evidence = (shared: number, all = 100): Evidence => ({ shared, a: all, b: all });
const odds = (shared: number, part: number, all = 100): number =>
  logOdds([evidence(shared, all), evidence(shared, all), evidence(shared, all)], evidence(part, all));

test('sharing more never makes a pair look less alike', () => {
  for (let shared = 0; shared < 100; shared += 5)
    for (let part = 0; part < 100; part += 5) {
      expect(odds(shared + 5, part)).toBeGreaterThanOrEqual(odds(shared, part));
      expect(odds(shared, part + 5)).toBeGreaterThanOrEqual(odds(shared, part));
    }
});

test('the same share says more of a large work than of a small one', () => {
  expect(odds(50, 25, 100)).toBeGreaterThan(odds(5, 2.5, 10));
});

test('nothing shared is nothing, and everything is nearly sure', () => {
  expect(probability(odds(0, 0))).toBeLessThan(0.01);
  expect(probability(odds(100, 100))).toBeGreaterThan(0.9);
});
