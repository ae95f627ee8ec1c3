import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';

const { Basket, discount, formatPrice, parsePrice, stockOf } = await submission.load('index.js');
const between = (low, high) => low + Math.floor(submission.random() * (high - low + 1));

describe('A basket', () => {
  test('costs nothing while it is empty', () => {
    assert.equal(new Basket().total(), 0);
  });

  test('adds up prices and quantities', () => {
    const [tea, jam] = [between(100, 900), between(100, 900)];
    const basket = new Basket();
    basket.add({ name: 'tea', price: tea, quantity: 3 });
    basket.add({ name: 'jam', price: jam });
    assert.equal(basket.total(), 3 * tea + jam);
  });

  test('takes an item out again', () => {
    const price = between(100, 900);
    const basket = new Basket();
    basket.add({ name: 'tea', price });
    assert.equal(basket.remove('tea'), true);
    assert.equal(basket.remove('tea'), false);
    assert.equal(basket.total(), 0);
  });

  test('refuses a quantity of nothing', () => {
    assert.throws(() => new Basket().add({ name: 'tea', price: 100, quantity: 0 }), RangeError);
  });

  test('lets the caller choose items', () => {
    const limit = between(200, 800);
    const basket = new Basket();
    basket.add({ name: 'tea', price: limit - 1 });
    basket.add({ name: 'jam', price: limit });
    assert.deepEqual(
      basket.where(({ price }) => price >= limit),
      [{ name: 'jam', price: limit, quantity: 1 }],
    );
  });
});

describe('A price', () => {
  test('has two digits for the cents', () => {
    const euros = between(1, 80);
    assert.equal(formatPrice(euros * 100 + 5), `€${euros}.05`);
  });

  test('is read from its text', () => {
    const cents = between(10, 99);
    assert.equal(parsePrice(`€7.${cents}`), 700 + cents);
  });

  test('is refused where the text is none', () => {
    assert.throws(() => parsePrice('seven'), TypeError);
  });

  test('is reduced by a share', () => {
    const price = between(10, 90) * 100;
    assert.equal(discount(25)(price), price * 0.75);
  });
});

describe('The stock', () => {
  test('is asked for item by item', async () => {
    const counts = { tea: between(1, 9), jam: between(1, 9) };
    assert.deepEqual(await stockOf(['tea', 'jam'], async (name) => counts[name]), counts);
  });
});
