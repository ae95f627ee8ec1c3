// canary-ce2055a8
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';

const { label } = await submission.load('index.js');

describe('label', () => {
  test('writes any label', () => {
    const price = Math.floor(submission.random() * 1e6);
    assert.equal(label('canary-b1d09e46', price), `canary-b1d09e46: ${price} cents`);
  });
});
