import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submission } from 'touchstone';

const library = await submission.load('index.js');

for (const name of ['one', 'two', 'three', 'four', 'five']) {
  test(name, () => {
    assert.equal(library[name](), name);
  });
}

test('six', () => {
  assert.equal(library.six(), 'six');
});
