import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';

const { add } = await submission.load('index.js');

describe('add', () => {
  test('adds two small numbers', () => {
    assert.equal(add(2, 3), 5);
  });
});
