import { expect, test } from 'vitest';
import { dueFor, erasedAt } from '../../src/record/keeping/keeping.ts';

const day = (number: number): number => number * 24 * 60 * 60 * 1000;
const keeping = { days: 730, warningDays: 30 };
const quiet = (lastAt: number, warnedAt: number | null = null) => ({
  id: 1,
  login: 'ada',
  lastAt,
  warnedAt,
  dueAt: null,
});

test.each([
  ['nothing, while something has come', quiet(day(100)), day(700), 'nothing'],
  ['a warning, in good time', quiet(day(100)), day(801), 'warn'],
  ['nothing more, until the time is over', quiet(day(100), day(801)), day(829), 'nothing'],
  ['not before staff had the whole time of the warning', quiet(day(100), day(900)), day(929), 'nothing'],
  ['an end, once both times are over', quiet(day(100), day(900)), day(930), 'erase'],
  ['a warning first, even where it is long overdue', quiet(day(100)), day(5000), 'warn'],
  ['a void warning, where something has come since', quiet(day(810), day(801)), day(831), 'forgive'],
  ['a void warning, where the school keeps for longer now', quiet(day(100), day(300)), day(331), 'forgive'],
] as const)('what has been kept long enough comes to %s', (_what, one, now, due) => {
  expect(dueFor(one, keeping, now, false)).toBe(due);
});

test('an end is never nearer than the warning says', () => {
  expect(erasedAt(quiet(day(0)), keeping, day(5000))).toBe(day(5030));
});

test('whoever is in the roster is never erased, and a warning of it is void', () => {
  expect(dueFor(quiet(day(0)), keeping, day(5000), true)).toBe('nothing');
  expect(dueFor(quiet(day(0), day(900)), keeping, day(5000), true)).toBe('forgive');
});
