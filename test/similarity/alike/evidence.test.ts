import { expect, test } from 'vitest';
import { together } from '../../../src/similarity/alike/evidence.ts';

test('one finding says what it says, and several about the same two say more', () => {
  expect(together([0.35])).toBeCloseTo(0.35);
  expect(together([0.35, 0.35])).toBeCloseTo(0.723, 3);
  expect(together([0.3, 0.3, 0.3])).toBeGreaterThan(together([0.3, 0.3]));
  expect(together([1, 1])).toBeLessThan(1);
});

test('what any two have in common says nothing, neither for nor against', () => {
  expect(together([0.6, 0.02])).toBeCloseTo(0.6);
  expect(together([0.05, 0.05, 0.05, 0.05])).toBeCloseTo(0.1);
  expect(together([])).toBeCloseTo(0.1);
});
