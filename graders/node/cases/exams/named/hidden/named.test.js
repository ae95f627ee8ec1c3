import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submission } from 'touchstone';

const { Named, greeter } = await submission.load('index.js');

test('an object has a name', () => {
  assert.equal(new Named('Ada').name, 'Ada');
  assert.equal(greeter('Ada').name, 'Ada');
});

test('an object has a length', () => {
  assert.equal(new Named('Ada').length, 3);
});
