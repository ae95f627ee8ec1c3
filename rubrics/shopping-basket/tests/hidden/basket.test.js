import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';
import { copyOf, randomBasket } from './baskets.js';
import { between } from './random.js';

const { totalOf, addItem, removeItem, mostExpensive, itemsWhere } = await submission.load('index.js');

describe('Adding an item', () => {
  test('puts an item with a new name at the end', () => {
    const [item, ...basket] = randomBasket(5);
    const expected = copyOf([...basket, item]);
    assert.deepEqual(addItem(basket, item), expected);
  });

  test('adds up the quantities when the name is there already', () => {
    const basket = randomBasket(4);
    const more = { ...basket[2], quantity: between(2, 6) };
    const expected = copyOf(basket);
    expected[2].quantity += more.quantity;
    assert.deepEqual(addItem(basket, more), expected);
  });

  test('can be done again and again', () => {
    const [first, second, third] = randomBasket(3);
    const expected = copyOf([{ ...first, quantity: first.quantity * 2 }, second, third]);
    let basket = [];
    for (const item of [first, second, first, third]) basket = addItem(basket, item);
    assert.deepEqual(basket, expected);
  });
});

describe('Removing an item', () => {
  test('leaves all the others, in their order', () => {
    const basket = randomBasket(5);
    const gone = between(0, 4);
    const expected = copyOf(basket.filter((_, at) => at !== gone));
    assert.deepEqual(removeItem(basket, basket[gone].name), expected);
  });

  test('changes nothing when there is no item of that name', () => {
    const basket = randomBasket(4);
    const expected = copyOf(basket);
    assert.deepEqual(removeItem(basket, 'a name that no item has'), expected);
    assert.deepEqual(removeItem(basket, basket[0].name[0]), expected, 'a name that only begins alike');
  });
});

describe('The most expensive item', () => {
  test('is found wherever it stands in the basket', () => {
    const [dearest, ...others] = randomBasket(4).sort((a, b) => b.price - a.price);
    for (const place of [0, 1, 2, 3]) {
      const basket = copyOf(others.toSpliced(place, 0, dearest));
      assert.deepEqual(mostExpensive(basket), dearest, `it stood at place ${place + 1} of 4`);
    }
  });

  test('goes by the price of one piece, not by how many there are', () => {
    const [cheap, dear] = randomBasket(2).sort((a, b) => a.price - b.price);
    const basket = [
      { ...cheap, quantity: 2000 },
      { ...dear, quantity: 1 },
    ];
    const expected = copyOf(basket[1]);
    assert.deepEqual(mostExpensive(basket), expected);
  });
});

describe('Choosing items', () => {
  test('lets the caller decide what is wanted', () => {
    const basket = randomBasket(6);
    const limit = basket[between(1, 4)].price;
    const expected = copyOf(basket.filter((item) => item.price >= limit));
    assert.deepEqual(
      itemsWhere(basket, (item) => item.price >= limit),
      expected,
    );
  });

  test('gives back an empty array when nothing is wanted', () => {
    assert.deepEqual(
      itemsWhere(randomBasket(3), () => false),
      [],
    );
  });

  test('shows every item to the function of the caller', () => {
    const basket = randomBasket(4);
    const expected = copyOf(basket).map((item) => item.name);
    const seen = [];
    const chosen = itemsWhere(basket, (item) => {
      seen.push(item.name);
      return true;
    });
    assert.equal(chosen.length, expected.length);
    assert.deepEqual([...new Set(seen)].sort(), expected.sort());
  });
});

describe('An empty basket', () => {
  test('costs nothing, and has no most expensive item', () => {
    assert.equal(totalOf([]), 0);
    assert.equal(mostExpensive([]), null);
  });

  test('can be added to, and removed from', () => {
    const [item] = randomBasket(1);
    const expected = [copyOf(item)];
    assert.deepEqual(addItem([], item), expected);
    assert.deepEqual(removeItem([], item.name), []);
  });
});

describe('The basket of the caller', () => {
  /** Calls with a basket and says what became of the basket. The result must have the right length, so that doing nothing is no answer. */
  function afterwards(basket, call, resultLength) {
    const result = call(basket);
    assert.equal(result?.length, resultLength, 'the result has the wrong number of items');
    return basket;
  }

  test('is as it was after a new item was added', () => {
    const [item, ...basket] = randomBasket(4);
    const before = copyOf(basket);
    assert.deepEqual(
      afterwards(basket, (given) => addItem(given, item), 4),
      before,
    );
  });

  test('is as it was after the quantity of an item went up', () => {
    const basket = randomBasket(4);
    const before = copyOf(basket);
    const more = { ...basket[1], quantity: 2 };
    assert.deepEqual(
      afterwards(basket, (given) => addItem(given, more), 4),
      before,
    );
  });

  test('is as it was after an item was removed', () => {
    const basket = randomBasket(4);
    const before = copyOf(basket);
    const { name } = basket[2];
    assert.deepEqual(
      afterwards(basket, (given) => removeItem(given, name), 3),
      before,
    );
  });

  test('is as it was after the most expensive item was looked for', () => {
    const basket = randomBasket(5).sort((a, b) => a.price - b.price);
    // Neither rising nor falling: sorting it in place would show.
    const mixed = [2, 0, 4, 1, 3].map((at) => basket[at]);
    const before = copyOf(mixed);
    assert.equal(mostExpensive(mixed)?.name, before[2].name);
    assert.deepEqual(mixed, before);
  });
});
