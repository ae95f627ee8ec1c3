import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';

const march = `2026-03-01,rent,640.00
2026-03-02,groceries,23.40
2026-03-02,books,18.95
2026-03-07,groceries,41.05
2026-03-15,train,12.60
`;
const files = { 'march.csv': march };

/** The lines of a text, without the space around them and without empty ones. */
const linesOf = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

describe('The example of the brief', () => {
  test('reports the file march.csv', async () => {
    const expected = ['rent: 640.00', 'groceries: 64.45', 'books: 18.95', 'train: 12.60', 'total: 736.00'];
    const { stdout } = await submission.run(['march.csv'], { files });
    assert.deepEqual(linesOf(stdout), expected);
  });

  test('reports the same when it is read from standard input', async () => {
    const expected = ['rent: 640.00', 'groceries: 64.45', 'books: 18.95', 'train: 12.60', 'total: 736.00'];
    const { stdout } = await submission.run([], { stdin: march });
    assert.deepEqual(linesOf(stdout), expected);
  });

  test('counts two files together', async () => {
    const april = '2026-04-01,rent,640.00\n2026-04-03,books,7.5\n';
    const expected = ['rent: 1280.00', 'groceries: 64.45', 'books: 26.45', 'train: 12.60', 'total: 1383.50'];
    const { stdout } = await submission.run(['march.csv', 'april.csv'], {
      files: { ...files, 'april.csv': april },
    });
    assert.deepEqual(linesOf(stdout), expected);
  });

  test('lists two categories with --top 2', async () => {
    const expected = ['rent: 640.00', 'groceries: 64.45', 'total: 736.00'];
    const { stdout } = await submission.run(['--top', '2', 'march.csv'], { files });
    assert.deepEqual(linesOf(stdout), expected);
  });

  test('counts the books alone with --category books', async () => {
    const expected = ['books: 18.95', 'total: 18.95'];
    const { stdout } = await submission.run(['march.csv', '--category', 'books'], { files });
    assert.deepEqual(linesOf(stdout), expected);
  });

  test('ends with exit code 0 when all went well', async () => {
    const { code, stdout } = await submission.run(['march.csv'], { files });
    assert.notEqual(stdout, '', 'expected a report on standard output');
    assert.deepEqual({ exitCode: code }, { exitCode: 0 });
  });

  test('ends with exit code 1 when a file is missing, and names the file', async () => {
    const { code, stderr } = await submission.run(['march.csv', 'may.csv'], { files });
    assert.deepEqual({ exitCode: code }, { exitCode: 1 });
    const namesFile = stderr.includes('may.csv');
    assert.deepEqual({ 'the message names may.csv': namesFile }, { 'the message names may.csv': true });
  });

  test('ends with exit code 2 when an option is unknown, without a report', async () => {
    const { code, stdout, stderr } = await submission.run(['--colour', 'march.csv'], { files });
    assert.deepEqual({ exitCode: code }, { exitCode: 2 });
    assert.equal(stdout.trim(), '');
    assert.notEqual(stderr.trim(), '', 'expected a message on standard error');
  });
});
