import assert from 'assert';
import { test } from 'node:test';
import { feeFor } from './fees.js';
import { billsFor } from './fees.js';
import { longestStay } from './fees.js';
test('1', () => { assert.equal(feeFor(0), 0) })
test('2', () => { assert.equal(feeFor(15), 0) })
test('3', () => { assert.equal(feeFor(16), 80) })
test('4', () => { assert.equal(feeFor(31), 160) })
test('5', () => { assert.equal(feeFor(2000), 960) })
test('6', () => { assert.throws(() => feeFor(-5)) })
var x = [{ plate: 'b', minutes: 20, resident: false }, { plate: 'a', minutes: 20, resident: true }, { plate: 'b', minutes: 20, resident: false }]
test('7', () => { assert.deepEqual(billsFor(x), [{ plate: 'a', fee: 40 }, { plate: 'b', fee: 160 }]) })
test('8', () => { assert.equal(x[0].plate, 'b') })
test('9', () => { assert.equal(x[1].plate, 'a') })
test('10', () => { assert.equal(longestStay([]), null) })
