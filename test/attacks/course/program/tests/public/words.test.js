import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';

describe('words', () => {
  test('counts a word', async () => {
    const { stdout, code } = await submission.run([], { stdin: 'one two two\n' });
    assert.equal(stdout, '2 two\n1 one\n');
    assert.equal(code, 0);
  });
});
