import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';
import { costOf, randomBasket } from './baskets.js';
import { between } from './random.js';

const { totalOf, discount, formatPrice } = await submission.load('index.js');

describe('The total', () => {
  test('counts every item, the first and the last too', () => {
    const basket = randomBasket(6);
    const expected = costOf(basket);
    assert.equal(totalOf(basket), expected);
  });

  test('is right for a basket with a single item', () => {
    const basket = randomBasket(1);
    const expected = costOf(basket);
    assert.equal(totalOf(basket), expected);
  });

  test('is right for one basket after another', () => {
    const baskets = [2, 8, 4].map((size) => randomBasket(size));
    const expected = baskets.map(costOf);
    assert.deepEqual(
      baskets.map((basket) => totalOf(basket)),
      expected,
    );
  });
});

/** A price whose reduction does not end on exactly half a cent, where either neighbour is right. */
function priceFor(percent) {
  let price = between(101, 9999);
  while ((price * (100 - percent)) % 100 === 50) price += 1;
  return price;
}

const reduced = (price, percent) => Math.round((price * (100 - percent)) / 100);

describe('A discount', () => {
  test('takes the right share off several prices', () => {
    const percent = between(8, 72);
    const prices = [1, 2, 3, 4].map(() => priceFor(percent));
    const expected = prices.map((price) => reduced(price, percent));
    const reduce = discount(percent);
    assert.deepEqual(
      prices.map((price) => reduce(price)),
      expected,
    );
  });

  test('ends on a whole cent, the nearest one', () => {
    // 17 % off 402 is 333.66 and 13 % off 207 is 180.09: one must go up, the other down.
    const price = between(1, 9) * 1000;
    const expected = [price * 0.83 + 333.66, price * 0.87 + 180.09].map(Math.round);
    assert.deepEqual([discount(17)(price + 402), discount(13)(price + 207)], expected);
  });

  test('does not disturb another discount that was made before', () => {
    const [small, large] = [between(6, 24), between(45, 75)];
    const price = between(8, 70) * 100;
    const expected = [reduced(price, small), reduced(price, large)];
    const reduceLittle = discount(small);
    const reduceMuch = discount(large);
    assert.deepEqual([reduceLittle(price), reduceMuch(price)], expected);
  });
});

describe('A price as text', () => {
  test('has two digits for the cents, however few there are', () => {
    const euros = between(3, 95);
    const cents = between(1, 9);
    assert.equal(formatPrice(euros * 100 + cents), `€${euros}.0${cents}`);
  });

  test('is right for whole euros', () => {
    const euros = between(4, 75);
    assert.equal(formatPrice(euros * 100), `€${euros}.00`);
  });

  test('has a zero before the dot when it is less than one euro', () => {
    const cents = between(12, 97);
    assert.equal(formatPrice(cents), `€0.${cents}`);
  });
});
