import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';

const { totalOf, addItem, removeItem, mostExpensive, itemsWhere, discount, formatPrice } =
  await submission.load('index.js');

const apples = () => ({ name: 'apple', price: 45, quantity: 3 });
const bread = () => ({ name: 'bread', price: 320, quantity: 1 });
const milk = () => ({ name: 'milk', price: 110, quantity: 2 });

describe('The example of the brief', () => {
  test('three apples and one bread cost 455 cents', () => {
    assert.equal(totalOf([apples(), bread()]), 455);
  });

  test('milk that is added goes to the end', () => {
    const expected = [apples(), bread(), milk()];
    assert.deepEqual(addItem([apples(), bread()], milk()), expected);
  });

  test('two more apples make five apples', () => {
    const expected = [{ ...apples(), quantity: 5 }, bread()];
    assert.deepEqual(addItem([apples(), bread()], { ...apples(), quantity: 2 }), expected);
  });

  test('without the apples the bread is left', () => {
    assert.deepEqual(removeItem([apples(), bread()], 'apple'), [bread()]);
  });

  test('the bread has the highest price for one piece', () => {
    assert.deepEqual(mostExpensive([apples(), bread(), milk()]), bread());
  });

  test('asked for more than one piece, it finds the apples', () => {
    const found = itemsWhere([apples(), bread()], (item) => item.quantity > 1);
    assert.deepEqual(found, [apples()]);
  });

  test('20 % off 1000 cents is 800 cents', () => {
    assert.equal(discount(20)(1000), 800);
  });

  test('20 % off 333 cents is 266 cents', () => {
    assert.equal(discount(20)(333), 266);
  });

  test('1205 cents read €12.05', () => {
    assert.equal(formatPrice(1205), '€12.05');
  });

  test('an empty basket costs 0 cents', () => {
    assert.equal(totalOf([]), 0);
  });

  test('the basket is as it was after something was added', () => {
    const basket = [apples(), bread()];
    const added = addItem(basket, { ...apples(), quantity: 2 });
    assert.ok(Array.isArray(added), 'expected addItem to give back a new basket');
    assert.deepEqual(basket, [apples(), bread()]);
  });
});
