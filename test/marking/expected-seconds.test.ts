import { expect, test } from 'vitest';
import { expectedSeconds } from '../../src/marking/expected-seconds.ts';

test.each([
  ['nobody knows yet', { place: 3, running: 1, typicalMs: null }, null],
  ['next in line, one at a time', { place: 1, running: 1, typicalMs: 4_000 }, 8],
  ['next in line, nobody at work yet', { place: 1, running: 0, typicalMs: 4_000 }, 8],
  ['five before me, two at a time', { place: 6, running: 2, typicalMs: 4_000 }, 16],
  ['a fraction of a second counts whole', { place: 1, running: 1, typicalMs: 600 }, 2],
])('%s', (_, facts, seconds) => {
  expect(expectedSeconds(facts)).toBe(seconds);
});
