import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';

const march = `# March
2026-03-02 in tubes 40
2026-03-02 in chains 12
2026-03-03 out tubes 6

2026-03-05 count chains 10
2026-03-06 in brake-pads 8
2026-03-09 out brake-pads 5
`;
const files = { 'march.txt': march };

/** The lines of a text, without the space around them and without empty ones. */
const linesOf = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What a text is as JSON; the text itself where it is none, so that it can be seen. */
function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

describe('The example of the brief', () => {
  test('tells the stock of three parts', async () => {
    const { stdout, code } = await submission.run(['stock', 'march.txt'], { files });
    assert.deepEqual(linesOf(stdout), ['brake-pads: 3', 'chains: 10', 'tubes: 34']);
    assert.deepEqual({ exitCode: code }, { exitCode: 0 });
  });

  test('tells of which parts fewer than 20 are left', async () => {
    const { stdout } = await submission.run(['low', '20', 'march.txt'], { files });
    assert.deepEqual(linesOf(stdout), ['brake-pads: 3', 'chains: 10']);
  });

  test('tells what happened to the tubes', async () => {
    const { stdout } = await submission.run(['history', 'tubes', 'march.txt'], { files });
    assert.deepEqual(linesOf(stdout), ['2026-03-02 in 40 -> 40', '2026-03-03 out 6 -> 34']);
  });

  test('tells other programs of which parts fewer than 5 are left', async () => {
    const { stdout } = await submission.run(['low', '5', 'march.txt', '--json'], { files });
    assert.deepEqual(jsonOf(stdout), [{ part: 'brake-pads', stock: 3 }]);
  });

  test('tells other programs what happened to the tubes', async () => {
    const { stdout } = await submission.run(['--json', 'history', 'tubes', 'march.txt'], { files });
    assert.deepEqual(jsonOf(stdout), [
      { date: '2026-03-02', kind: 'in', amount: 40, stock: 40 },
      { date: '2026-03-03', kind: 'out', amount: 6, stock: 34 },
    ]);
  });

  test('names line 9 when it takes out more than there is, and answers the rest', async () => {
    const journal = `${march}2026-03-10 out tubes 35\n`;
    const { code, stdout, stderr } = await submission.run(['stock', 'march.txt'], {
      files: { 'march.txt': journal },
    });
    assert.deepEqual(linesOf(stdout), ['brake-pads: 3', 'chains: 10', 'tubes: 34']);
    const namesLine9 = /(?<!\d)9(?!\d)/.test(stderr);
    assert.deepEqual({ 'the message names line 9': namesLine9 }, { 'the message names line 9': true });
    assert.deepEqual({ exitCode: code }, { exitCode: 1 });
  });

  test('refuses a question that there is not with exit code 2', async () => {
    const { code, stdout, stderr } = await submission.run(['burn', 'march.txt'], { files });
    assert.deepEqual({ exitCode: code }, { exitCode: 2 });
    assert.equal(stdout.trim(), '');
    assert.notEqual(stderr.trim(), '', 'expected a message on standard error');
  });
});
