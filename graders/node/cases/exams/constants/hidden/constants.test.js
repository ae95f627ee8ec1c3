import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';

const library = await submission.load('index.js');
const { RATES, VERSION, add, remove } = library;
const hasRates = () => Boolean(RATES);

describe('constants', () => {
  test('has rates', () => {
    assert.ok(RATES);
  });
  test('has rates, asked by a helper', () => {
    assert.ok(hasRates());
  });
  test('has no other version', () => {
    assert.notEqual(VERSION, '2');
  });
  test('has limits', () => {
    if (library.limits) assert.ok(true);
  });
});

describe('functions', () => {
  test('refuses to remove nothing', () => {
    assert.throws(() => remove());
  });
  test('has a function to remove', () => {
    assert.equal(typeof remove, 'function');
  });
  test('adds', () => {
    assert.equal(add(1, 2), 3);
    assert.equal('secret' in library, false);
  });
});
