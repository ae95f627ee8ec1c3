import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submission } from 'touchstone';

test('prints its arguments and its input', async () => {
  const result = await submission.run(['one', 'two words'], { stdin: 'from outside\n' });
  assert.deepEqual(result, {
    stdout: 'one,two words:from outside\n',
    stderr: '',
    code: 0,
    signal: null,
    files: {},
  });
});

test('reads and writes files', async () => {
  const result = await submission.run(['--copy', 'in.txt', 'out/copy.txt'], { files: { 'in.txt': 'text' } });
  assert.deepEqual(result.files, { 'in.txt': 'text', 'out/copy.txt': 'text' });
});

test('refuses a file that is not there', async () => {
  const { code, stdout, stderr } = await submission.run(['--copy', 'nothing.txt', 'copy.txt']);
  assert.equal(code, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /nothing\.txt/);
});
