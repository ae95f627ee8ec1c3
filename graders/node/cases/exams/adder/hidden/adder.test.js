import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';

const { add, addLater, greet } = await submission.load('index.js');
const number = () => Math.floor(submission.random() * 1e6);

describe('add', () => {
  test('adds two numbers', () => {
    const [a, b] = [number(), number()];
    assert.equal(add(a, b), a + b);
  });

  test('adds two other numbers', () => {
    const [a, b] = [-number(), number()];
    assert.equal(add(a, b), a + b);
  });

  test('refuses what is not a number', () => {
    assert.throws(() => add('1', number()), TypeError);
  });
});

describe('addLater', () => {
  test('gives a promise of the sum', async () => {
    const [a, b] = [number(), number()];
    assert.equal(await addLater(a, b), a + b);
  });
});

describe('greet', () => {
  test('says hello', () => {
    assert.equal(greet('Ada'), 'Hello, Ada!');
  });
});
