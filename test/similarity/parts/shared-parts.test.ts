import { expect, test } from 'vitest';
import { Alignment } from '../../../src/similarity/parts/shared-parts.ts';

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);
const columns = (of: number[]) => ({ places: Uint32Array.from(of.keys()), links: Uint32Array.from(of) });
const shared = (a: number[], b: number[], least = 3, weight = 1) =>
  new Alignment(new Float64Array(1000).fill(weight, 1), least).parts(columns(a), columns(b));

test('a part goes on over what one of them says besides', () => {
  const [part, ...others] = shared(
    [...numbers(1, 6), 901, 902, 903, ...numbers(7, 12)],
    [801, ...numbers(1, 12)],
  );
  expect(others).toEqual([]);
  expect(part).toMatchObject({ a: { from: 0, to: 14 }, b: { from: 1, to: 12 }, weight: 12 });
});

test('what lies far apart in one of them is two parts, the weightier first', () => {
  const parts = shared([...numbers(1, 9), ...numbers(901, 940), ...numbers(10, 14)], numbers(1, 14));
  expect(parts.map(({ a, weight }) => [a, weight])).toEqual([
    [{ from: 0, to: 8 }, 9],
    [{ from: 49, to: 53 }, 5],
  ]);
});

test('what one of them repeats counts once', () => {
  const parts = shared([...numbers(1, 6), ...numbers(1, 6)], numbers(1, 6));
  expect(parts).toHaveLength(1);
  expect(parts[0]?.weight).toBe(6);
});

test('parts that change places are found, each', () => {
  const parts = shared([...numbers(1, 20), ...numbers(101, 120)], [...numbers(101, 120), ...numbers(1, 20)]);
  expect(parts.map(({ weight }) => weight)).toEqual([20, 20]);
});

test('what was given (0), what weighs nothing and what weighs too little is no part', () => {
  expect(shared([0, 0, 0, 0, 0], [0, 0, 0, 0, 0])).toEqual([]);
  expect(shared(numbers(1, 9), numbers(1, 9), 1, 0)).toEqual([]);
  expect(shared([1, 2], [1, 2])).toEqual([]);
});

test('files one after the other leave nothing behind for the next ones', () => {
  const alignment = new Alignment(new Float64Array(2000).fill(1), 3);
  const long = columns(numbers(1, 1500));
  const first = alignment.parts(long, long);
  expect(first).toHaveLength(1);
  expect(alignment.parts(columns(numbers(1, 5)), columns(numbers(6, 10)))).toEqual([]);
  expect(alignment.parts(long, long)).toEqual(first);
});
