// Runs in the runner's container: asks how the learner's own tests did on the files that are in the place of the submission.
// They run where the submission does, as a program of its, and all that is taken of them is an exit code.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submission } from 'touchstone';

const NONE = 3;
let ran;
const ended = () => (ran ??= submission.run([], { entry: 'touchstone-own-tests.mjs' }));

test('own tests are there', async () => {
  const { code } = await ended();
  assert.notEqual(code, NONE);
});

test('own tests pass', async () => {
  const { code } = await ended();
  assert.equal(code, 0);
});
