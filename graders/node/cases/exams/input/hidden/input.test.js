import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submission } from 'touchstone';

const long = 'line\n'.repeat(40_000);

for (const way of ['0', '/dev/stdin', 'stream']) {
  test(`reads its input by ${way}`, async () => {
    assert.equal((await submission.run([way], { stdin: 'one\ntwo' })).stdout, 'one\ntwo');
    assert.equal((await submission.run([way], { stdin: long })).stdout, long);
    assert.equal((await submission.run([way])).stdout, '');
  });
}
