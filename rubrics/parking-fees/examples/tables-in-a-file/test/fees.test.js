import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { billsFor, feeFor, longestStay } from '../fees.js';

const { fees, refused, bills, longest } = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8'));

test('fees', () => {
  for (const [minutes, cents] of fees) assert.equal(feeFor(minutes), cents);
});
test('refused', () => {
  for (const minutes of refused) assert.throws(() => feeFor(minutes));
});
test('bills, and the stays afterwards', () => {
  for (const { stays, expected } of bills) {
    const before = JSON.stringify(stays);
    assert.deepStrictEqual(billsFor(stays), expected);
    assert.equal(JSON.stringify(stays), before);
  }
});
test('the longest stay', () => {
  for (const { stays, expected } of longest) assert.equal(longestStay(stays), expected);
});
