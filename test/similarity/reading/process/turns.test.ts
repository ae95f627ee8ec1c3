import { expect, test } from 'vitest';
import { takingTurns } from '../../../../src/similarity/reading/process/turns.ts';

test('so many run at once, in the order in which they came, and a failure gives its turn on', async () => {
  const turns = takingTurns(2);
  const begun: number[] = [];
  const end: (() => void)[] = [];
  const work = (number: number) =>
    turns(async () => {
      begun.push(number);
      await new Promise<void>((resolve) => end.push(resolve));
      if (number === 1) throw new Error('failed');
      return number;
    });
  const all = Promise.allSettled([1, 2, 3, 4].map(work));
  await Promise.resolve();
  expect(begun).toEqual([1, 2]);
  end.shift()?.();
  await new Promise(setImmediate);
  expect(begun).toEqual([1, 2, 3]);
  end.shift()?.();
  await new Promise(setImmediate);
  for (const finish of end.splice(0)) finish();
  expect((await all).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
});
