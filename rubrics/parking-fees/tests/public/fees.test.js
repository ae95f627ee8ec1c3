import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';

const { feeFor, billsFor, longestStay } = await submission.load('fees.js');

const stays = () => [
  { plate: 'KA 204', minutes: 95, resident: false },
  { plate: 'B 77', minutes: 45, resident: true },
];

describe('The example of the brief', () => {
  test('45 minutes cost 160 cents', () => {
    assert.equal(feeFor(45), 160);
  });

  test('10 minutes are free', () => {
    assert.equal(feeFor(10), 0);
  });

  test('there are two bills, and B 77 comes first', () => {
    const expected = [
      { plate: 'B 77', fee: 80 },
      { plate: 'KA 204', fee: 320 },
    ];
    assert.deepEqual(billsFor(stays()), expected);
  });

  test('KA 204 stayed longest', () => {
    assert.equal(longestStay(stays()), 'KA 204');
  });
});
