import { expect, test } from 'vitest';
import { type Method, unrelatedParts } from '../../../../graders/style/analyst/measures/cohesion.ts';

const method = (name: string | null, ...uses: string[]): Method => ({
  name,
  joining: false,
  uses: new Set(uses),
});
const parts = (methods: Method[], own: string[] = [], extending = false): string[][] =>
  unrelatedParts({ methods, own: new Set(own), extending });

test('methods that share a field, or call each other, are one part', () => {
  expect(parts([method('a', 'x'), method('b', 'x', 'y'), method('c', 'y')])).toEqual([['a', 'b', 'c']]);
  expect(parts([method('a', 'b'), method('b', 'y'), method('c', 'z')])).toEqual([['a', 'b'], ['c']]);
  expect(parts([method('a', 'x'), method('b', 'y'), method('c', 'z')])).toEqual([['a'], ['b'], ['c']]);
});

test('what is called by two joins them, even if it names nothing itself', () => {
  expect(parts([method('a', 'round', 'x'), method('b', 'round', 'y'), method('round')])).toEqual([
    ['a', 'b'],
  ]);
});

test('a method that names no member, or itself alone, is no part', () => {
  expect(parts([method('a', 'x'), method('b'), method('again', 'again'), method(null)])).toEqual([['a']]);
  expect(parts([])).toEqual([]);
});

test('an accessor joins what uses it, and is no part by itself', () => {
  const x = { ...method('x', '#x'), joining: true };
  const y = { ...method('y', '#y'), joining: true };
  expect(parts([x, y])).toEqual([]);
  expect(parts([x, y, method('a', 'x'), method('b', '#x'), method('c', 'y')])).toEqual([['a', 'b'], ['c']]);
});

test("what is the parent's joins all that use any of it", () => {
  const methods = [method('a', 'assertEqual'), method('b', 'assertTrue'), method('c', 'own')];
  expect(parts(methods, ['a', 'b', 'c', 'own'], true)).toEqual([['a', 'b'], ['c']]);
  expect(parts(methods, ['a', 'b', 'c', 'own'], false)).toHaveLength(3);
});

test('a long chain of methods takes no longer than it is long', () => {
  const chain = Array.from({ length: 20_000 }, (_, at) => method(`m${at}`, `m${at + 1}`));
  expect(parts(chain)).toHaveLength(1);
  expect(parts(chain.toReversed())).toHaveLength(1);
});
