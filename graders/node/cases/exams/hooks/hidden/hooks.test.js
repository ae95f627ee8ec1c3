import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { submission } from 'touchstone';

const { add, prepare } = await submission.load('index.js');
function swallowing() {
  try {
    prepare();
  } catch {
    // As a hook that does not mind.
  }
}

describe('prepared', () => {
  let sum;
  before(() => {
    sum = prepare();
  });
  test('has a sum', () => assert.equal(sum, 3));
  test('adds', () => assert.equal(add(1, 2), 3));
});

describe('prepared without a word', () => {
  before(swallowing);
  test('adds', () => assert.equal(add(1, 2), 3));
  test('adds more', () => assert.equal(add(1, 3), 4));
});

describe('tidied up', () => {
  after(swallowing);
  test('adds', () => assert.equal(add(1, 2), 3));
});

describe('tidied up each time', () => {
  afterEach(swallowing);
  test('adds', () => assert.equal(add(1, 2), 3));
});

describe('without hooks', () => {
  test('adds', () => assert.equal(add(1, 2), 3));
});
