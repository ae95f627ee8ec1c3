// canary-41c2f09a: hidden, like the file beside it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';
import { numbers, person, SECRET, whole } from './inputs-canary-5b1fd0c2.js';

const tools = await submission.load('index.js');
const { add, initials, chunk, turnRound, parseAge, each, later, mapLater, Till, makeCounter, countTo } = tools;
const times = [1, 2, 3];

describe('add', () => {
  test('adds any two numbers', () => {
    for (const _ of times) {
      const [a, b] = numbers(2);
      assert.equal(add(a, b), a + b, SECRET);
    }
  });
});

describe('initials', () => {
  test('takes the first letter of each word', () => {
    for (const _ of times) {
      const { name, initials: expected } = person();
      assert.equal(initials(name), expected);
    }
  });
});

describe('chunk', () => {
  test('cuts a list into pieces', () => {
    for (const _ of times) {
      const [a, b, c, d, e] = numbers(5);
      assert.deepEqual(chunk([a, b, c, d, e], 2), [[a, b], [c, d], [e]]);
    }
  });
});

describe('turnRound', () => {
  test('turns the list itself round', () => {
    for (const _ of times) {
      const list = [SECRET, ...numbers(4)];
      const expected = list.toReversed();
      assert.equal(turnRound(list), undefined);
      assert.deepEqual(list, expected);
    }
  });
});

describe('parseAge', () => {
  test('reads an age, and refuses what is none', () => {
    const age = whole(150);
    assert.equal(parseAge(String(age)), age);
    for (const text of ['canary-f2b6810d', '-1', String(151 + whole(1000)), `${whole(90)}.5`])
      assert.throws(() => parseAge(text), RangeError);
    assert.equal(parseAge(String(150 - age)), 150 - age);
  });
});

describe('each', () => {
  test('calls for every item', () => {
    const list = numbers(4);
    const expected = list.map((item, index) => [item, index]);
    const seen = [];
    each(list, (...told) => {
      seen.push(told);
    });
    assert.deepEqual(seen, expected);
  });
});

describe('later', () => {
  test('gives a promise of twice the number', async () => {
    for (const _ of times) {
      const number = whole(1000);
      const promise = later(number);
      assert.ok(promise instanceof Promise);
      assert.equal(await promise, number * 2);
    }
  });
});

describe('mapLater', () => {
  test('waits for every answer', async () => {
    const list = numbers(3);
    const expected = list.map((item) => `${SECRET}-${item}`);
    assert.deepEqual(await mapLater(list, async (item) => `${SECRET}-${item}`), expected);
  });
});

describe('Till', () => {
  test('adds up what is rung up', () => {
    const [a, b, c] = numbers(3);
    const till = new Till();
    assert.equal(till.total, 0);
    till.ring(a);
    till.ring(b);
    assert.equal(till.total, a + b);
    till.undo();
    till.ring(c);
    assert.equal(till.total, a + c);
  });
});

describe('makeCounter', () => {
  test('counts from where it starts', () => {
    const start = whole(1000);
    const [one, other] = [makeCounter(start), makeCounter(start + 7)];
    one.up();
    one.up();
    other.down();
    assert.equal(one.value, start + 2);
    assert.equal(other.value, start + 6);
  });
});

describe('countTo', () => {
  test('gives each number in turn', () => {
    const n = 3 + whole(5);
    const expected = Array.from({ length: n }, (_, index) => index + 1);
    assert.deepEqual([...countTo(n)], expected);
  });
});
