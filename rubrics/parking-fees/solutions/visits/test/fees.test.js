import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fees from '../fees.js';

const parked = (plate, ...all) => all.map((minutes) => ({ plate, minutes, resident: false }));

test('the first quarter of an hour is free', () => {
  for (let minutes = 0; minutes <= 15; minutes += 1) assert.equal(fees.feeFor(minutes), 0);
});

test('each half hour that has begun costs 80 cents, until the highest fee is reached', () => {
  for (let minutes = 16; minutes <= 1440; minutes += 1) {
    const begun = Math.floor((minutes + 29) / 30);
    assert.equal(fees.feeFor(minutes), begun < 12 ? begun * 80 : 960, `${minutes} minutes`);
  }
});

test('strange numbers of minutes are refused', () => {
  assert.throws(() => fees.feeFor(-20), RangeError);
  assert.throws(() => fees.feeFor(20.5), RangeError);
});

test('each car gets one bill for everything', () => {
  const stays = Object.freeze([...parked('Z 9', 20, 50), ...parked('A 3', 70), ...parked('Z 9', 10)]);
  assert.deepEqual(fees.billsFor(stays), [
    { plate: 'A 3', fee: 240 },
    { plate: 'Z 9', fee: 240 },
  ]);
});

test('residents pay half of it', () => {
  const [bill] = fees.billsFor([{ plate: 'A 3', minutes: 45, resident: true }]);
  assert.equal(bill.fee, 80);
});

test('the longest stay is told by its plate', () => {
  const stays = Object.freeze([...parked('Z 9', 20), ...parked('A 3', 70), ...parked('B 1', 60)]);
  assert.equal(fees.longestStay(stays), 'A 3');
});

test('an empty car park is no problem', () => {
  assert.deepEqual(fees.billsFor([]), []);
  assert.equal(fees.longestStay([]), null);
});
