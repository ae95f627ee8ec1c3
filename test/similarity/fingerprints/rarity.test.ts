import { expect, test } from 'vitest';
import { bagOf } from '../../../src/similarity/fingerprints/bag.ts';
import { massOf, numberOf, numbersOf, rarityAmong } from '../../../src/similarity/fingerprints/rarity.ts';

const bags = [
  [7, 1],
  [7, 1],
  [7, 2, 2],
  [7, 3],
  [7, 3],
  [7, 3],
].map((prints) => bagOf(Uint32Array.from(prints)));
const rarity = rarityAmong(bags);
const weight = (print: number): number => rarity.weights[numberOf(rarity, print)] ?? NaN;

test('the fewer have it the more it says; what two have says as much as what one has', () => {
  expect(weight(1)).toBe(1);
  expect(weight(2)).toBe(1);
  expect(weight(3)).toBeCloseTo((Math.log(7 / 2) / Math.log(7)) ** 2);
  expect(weight(7)).toBeLessThan(weight(3));
  expect([...rarity.holders]).toEqual([2, 1, 3, 6]);
  expect(numberOf(rarity, 99)).toBe(-1);
});

test('a mass counts what is repeated', () => {
  const bag = bagOf(Uint32Array.from([2, 7, 2]));
  expect([...bag.prints]).toEqual([2, 7]);
  expect([...bag.counts]).toEqual([2, 1]);
  expect(massOf(rarity, numbersOf(rarity, bag), bag)).toBeCloseTo(2 + weight(7));
});
