import { expect, test } from 'vitest';
import { SKETCH, sketchOf } from '../../../src/similarity/index/sketch.ts';

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

test('a sketch is bounded, and the same in whatever order it is made', () => {
  const prints = range(0, 5_000);
  const sketch = sketchOf(prints, prints);
  expect(sketch).toHaveLength(SKETCH.shape + SKETCH.words);
  expect(new Set(sketch).size).toBe(sketch.length);
  expect(sketchOf([...prints, ...prints].toReversed(), prints.toReversed())).toEqual(sketch);
  expect(Math.max(...sketch)).toBeLessThan(2 ** 33);
});

test('the sketches of two works share about as much as the works do', () => {
  // A third of each is shared: a fifth of both together.
  const one = sketchOf(range(0, 3_000), []);
  const two = new Set(sketchOf(range(2_000, 5_000), []));
  const shared = one.filter((entry) => two.has(entry)).length / SKETCH.shape;
  expect(shared).toBeGreaterThan(0.15);
  expect(shared).toBeLessThan(0.5);
  expect(
    sketchOf(range(0, 3_000), []).filter((entry) => new Set(sketchOf(range(3_000, 6_000), [])).has(entry)),
  ).toEqual([]);
});

test('a text and a shape with the same fingerprint are not the same', () => {
  expect(sketchOf([1, 2], [1, 2])).toHaveLength(4);
  expect(sketchOf([], [])).toEqual([]);
});
