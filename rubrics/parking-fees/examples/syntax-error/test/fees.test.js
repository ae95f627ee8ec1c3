import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { billsFor, feeFor, longestStay } from '../fees.js';

const stay = (plate, minutes, resident = false) => ({ plate, minutes, resident });

describe('the fee', () => {
  const fees = [
    [0, 0],
    [15, 0],
    [16, 80],
    [30, 80],
    [31, 160],
    [95, 320],
    [330, 880],
    [360, 960],
    [361, 960],
    [1440, 960],
  ];
  for (const [minutes, cents] of fees) {
    test(`${minutes} minutes cost ${cents} cents`, () => assert.equal(feeFor(minutes), cents));
  }

  test('what is no number of minutes is refused', () => {
    for (const minutes of [-1, -30, 1.5, '20', NaN]) assert.throws(() => feeFor(minutes), RangeError);
  });
});

describe('the bills', () => {
  test('are one for each car, in the order of the plates', () => {
    const bills = billsFor([stay('M 7', 40), stay('B 12', 20)]);
    assert.deepEqual(bills, [
      { plate: 'B 12', fee: 80 },
      { plate: 'M 7', fee: 160 },
    ]);
  });

  test('add up what a car owes for all its stays', () => {
    assert.deepEqual(billsFor([stay('M 7', 40), stay('M 7', 10), stay('M 7', 20)]), [{ plate: 'M 7', fee: 240 }]);
  });

  test('are half for residents', () => {
    assert.deepEqual(billsFor([stay('M 7', 20, true)]), [{ plate: 'M 7', fee: 40 }]);
  });

  test('are none when nobody parked', () => {
    assert.deepEqual(billsFor([]), []);
  });

  test('leave the stays as they were', () => {
    const stays = [stay('M 7', 40), stay('B 12', 20), stay('K 1', 400)];
    const before = structuredClone(stays);
    billsFor(stays);
    longestStay(stays);
    assert.deepEqual(stays, before);
  });
});

describe('the longest stay', () => {
  test('is found at any place', () => {
    assert.equal(longestStay([stay('A 1', 90), stay('B 2', 20), stay('C 3', 30)]), 'A 1');
    assert.equal(longestStay([stay('A 1', 20), stay('B 2', 90), stay('C 3', 30)]), 'B 2');
    assert.equal(longestStay([stay('A 1', 20), stay('B 2', 30), stay('C 3', 90)]), 'C 3');
  });

  test('is one of those that are equally long', () => {
    assert.ok(['A 1', 'B 2'].includes(longestStay([stay('A 1', 90), stay('B 2', 90)])));
  });

  test('is nobody when nobody parked', () => {
    assert.equal(longestStay([]), null);
  });
});
