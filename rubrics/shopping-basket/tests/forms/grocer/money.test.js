import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';
import { costOf, randomBasket } from './baskets.js';
import { between } from './random.js';

const { totalOf, discount, formatPrice } = await submission.load('index.js');

describe('The total', () => {
  test('counts every item, the first and the last too', () => {
    const basket = randomBasket(5);
    const expected = costOf(basket);
    assert.equal(totalOf(basket), expected);
  });

  test('is right for a basket with a single item', () => {
    const basket = randomBasket(1);
    const expected = costOf(basket);
    assert.equal(totalOf(basket), expected);
  });

  test('is right for one basket after another', () => {
    const baskets = [3, 7, 2].map((size) => randomBasket(size));
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
    const percent = between(11, 79);
    const prices = [1, 2, 3, 4].map(() => priceFor(percent));
    const expected = prices.map((price) => reduced(price, percent));
    const reduce = discount(percent);
    assert.deepEqual(
      prices.map((price) => reduce(price)),
      expected,
    );
  });

  test('ends on a whole cent, the nearest one', () => {
    // 9 % off 303 is 275.73 and 7 % off 995 is 925.35: one must go up, the other down.
    const price = between(1, 9) * 1000;
    const expected = [price * 0.91 + 275.73, price * 0.93 + 925.35].map(Math.round);
    assert.deepEqual([discount(9)(price + 303), discount(7)(price + 995)], expected);
  });

  test('does not disturb another discount that was made before', () => {
    const [small, large] = [between(5, 20), between(50, 80)];
    const price = between(10, 90) * 100;
    const expected = [reduced(price, small), reduced(price, large)];
    const reduceLittle = discount(small);
    const reduceMuch = discount(large);
    assert.deepEqual([reduceLittle(price), reduceMuch(price)], expected);
  });
});

describe('A price as text', () => {
  test('has two digits for the cents, however few there are', () => {
    const euros = between(1, 80);
    const cents = between(1, 9);
    assert.equal(formatPrice(euros * 100 + cents), `€${euros}.0${cents}`);
  });

  test('is right for whole euros', () => {
    const euros = between(2, 90);
    assert.equal(formatPrice(euros * 100), `€${euros}.00`);
  });

  test('has a zero before the dot when it is less than one euro', () => {
    const cents = between(11, 98);
    assert.equal(formatPrice(cents), `€0.${cents}`);
  });
});
