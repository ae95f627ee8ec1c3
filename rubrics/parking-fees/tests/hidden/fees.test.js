import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';

const { feeFor, billsFor, longestStay } = await submission.load('fees.js');

const between = (low, high) => low + Math.floor(submission.random() * (high - low + 1));
const stay = (plate, minutes, resident = false) => ({ plate, minutes, resident });

describe('The fee', () => {
  test('is counted in half hours that have begun', () => {
    const begun = between(2, 10);
    const expected = [begun * 80, begun * 80, (begun + 1) * 80];
    const minutes = [begun * 30 - between(1, 28), begun * 30, begun * 30 + 1];
    assert.deepEqual(
      minutes.map((each) => feeFor(each)),
      expected,
    );
  });

  test('is nothing for the first quarter of an hour', () => {
    assert.deepEqual([feeFor(0), feeFor(15), feeFor(16)], [0, 0, 80]);
  });

  test('is never more than 960 cents', () => {
    assert.deepEqual([feeFor(330), feeFor(331), feeFor(between(400, 1400))], [880, 960, 960]);
  });

  test('refuses what is no number of minutes', () => {
    for (const minutes of [-between(1, 90), between(1, 90) + 0.5]) {
      assert.throws(() => feeFor(minutes), RangeError);
    }
  });
});

describe('The bills', () => {
  test('add up what a car owes', () => {
    const [few, many] = [between(16, 30), between(61, 90)];
    const stays = [stay('Z 1', few), stay('A 8', many), stay('Z 1', many), stay('Z 1', 5)];
    const expected = [
      { plate: 'A 8', fee: 240 },
      { plate: 'Z 1', fee: 320 },
    ];
    assert.deepEqual(billsFor(stays), expected);
  });

  test('are half for residents', () => {
    const stays = [stay('Q 3', between(31, 60), true), stay('E 2', between(31, 60))];
    const expected = [
      { plate: 'E 2', fee: 160 },
      { plate: 'Q 3', fee: 80 },
    ];
    assert.deepEqual(billsFor(stays), expected);
  });

  test('are none when nobody parked', () => {
    assert.deepEqual(billsFor([]), []);
  });

  test('leave the stays as they were', () => {
    const stays = [stay('Z 1', 40), stay('A 8', 20), stay('K 5', 30)];
    const expected = structuredClone(stays);
    assert.equal(billsFor(stays)?.length, 3);
    assert.deepEqual(stays, expected);
  });
});

describe('The longest stay', () => {
  test('is found at any place', () => {
    const others = [stay('A 1', between(1, 50)), stay('B 2', between(1, 50))];
    for (const place of [0, 1, 2]) {
      assert.equal(longestStay(others.toSpliced(place, 0, stay('C 3', between(60, 90)))), 'C 3');
    }
  });

  test('is nobody when nobody parked', () => {
    assert.equal(longestStay([]), null);
  });
});
