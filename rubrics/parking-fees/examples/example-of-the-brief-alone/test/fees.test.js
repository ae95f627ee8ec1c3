import assert from 'node:assert/strict';
import { test } from 'node:test';
import { billsFor, feeFor, longestStay } from '../fees.js';

test('the examples of the brief', () => {
  assert.equal(feeFor(10), 0);
  assert.equal(feeFor(45), 160);
  const stays = [
    { plate: 'KA 204', minutes: 95, resident: false },
    { plate: 'B 77', minutes: 45, resident: true },
  ];
  assert.deepEqual(billsFor(stays), [
    { plate: 'B 77', fee: 80 },
    { plate: 'KA 204', fee: 320 },
  ]);
  assert.equal(longestStay(stays), 'KA 204');
});
