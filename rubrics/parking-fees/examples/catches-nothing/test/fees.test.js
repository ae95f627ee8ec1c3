import assert from 'node:assert/strict';
import { test } from 'node:test';
import { billsFor, feeFor, longestStay } from '../fees.js';

test('the functions are there', () => {
  assert.equal(typeof feeFor, 'function');
  assert.equal(typeof billsFor, 'function');
  assert.equal(typeof longestStay, 'function');
});

test('they give something back', () => {
  assert.ok(feeFor(100) > 0);
  assert.ok(Array.isArray(billsFor([{ plate: 'M 7', minutes: 40, resident: false }])));
});
