import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';
import { journalOf, lineOf, linesOf, randomEntries, randomParts, stockLines, stockOf } from './journal.js';
import { between } from './random.js';

/** Whether the text has this number standing by itself. */
const names = (text, number) => new RegExp(`(?<!\\d)${number}(?!\\d)`).test(text);

/** The stock of a journal as the program tells it, together with what else it says. */
const stock = (journal) => submission.run(['stock', 'room.txt'], { files: { 'room.txt': journal } });

describe('A line that is no entry', () => {
  test('is named by its number, and everything else is answered', async () => {
    const entries = randomEntries(randomParts(4), 10);
    const expected = stockLines(stockOf(entries));
    const lines = entries.map(lineOf);
    const at = between(21, 39);
    lines.splice(at - 1, 0, '2026-06-01 in bells many');
    const { code, stdout, stderr } = await stock(lines.join('\n'));
    assert.deepEqual(linesOf(stdout), expected);
    assert.ok(names(stderr, at), 'the message should have the number of the line');
    assert.equal(code, 1, 'the exit code');
  });

  test('may be any of many, and each has a message', async () => {
    const wrong = [
      '2026-06-01 in bells',
      '2026-06-01 in bells 3 4',
      '1. June in bells 3',
      '2026-06-01 lost bells 3',
      '2026-06-01 in Bells 3',
      '2026-06-01 in bells 0',
      '2026-06-01 in bells 2.5',
      '2026-06-01 count bells -1',
    ];
    const journal = ['# all wrong but the last', ...wrong, '2026-06-30 in lamps 7', ''].join('\n');
    const { code, stdout, stderr } = await stock(journal);
    assert.deepEqual(linesOf(stdout), ['lamps: 7']);
    const unnamed = wrong.filter((_, at) => !names(stderr, at + 2));
    assert.deepEqual(unnamed, [], 'each of these lines should be named by its number');
    assert.equal(code, 1, 'the exit code');
  });
});

describe('Taking out more than there is', () => {
  test('is left out and named, and what follows counts on', async () => {
    const [part, other] = randomParts(2);
    const amount = between(20, 40);
    const journal = [
      '',
      `2026-06-01 in ${part} ${amount}`,
      `2026-06-02 out ${part} ${amount + 1}`,
      `2026-06-03 out ${part} ${amount - 5}`,
      `2026-06-04 in ${other} 9`,
    ].join('\n');
    const expected = [`${part}: 5`, `${other}: 9`].sort();
    const { code, stdout, stderr } = await stock(journal);
    assert.deepEqual(linesOf(stdout), expected);
    assert.ok(names(stderr, 3), 'the message should have the number of the line');
    assert.equal(code, 1, 'the exit code');
  });

  test('of a part that nobody has put in leaves no trace of it', async () => {
    const { code, stdout, stderr } = await stock('2026-06-01 out bells 3\n2026-06-02 in lamps 4\n');
    assert.deepEqual(linesOf(stdout), ['lamps: 4']);
    assert.ok(names(stderr, 1), 'the message should have the number of the line');
    assert.equal(code, 1, 'the exit code');
  });

  test('is no part of a history', async () => {
    const journal = '2026-06-01 in bells 8\n2026-06-02 out bells 9\n2026-06-03 out bells 2\n';
    const { stdout } = await submission.run(['history', 'bells', 'room.txt'], {
      files: { 'room.txt': journal },
    });
    assert.deepEqual(linesOf(stdout), ['2026-06-01 in 8 -> 8', '2026-06-03 out 2 -> 6']);
  });
});

describe('A journal that cannot be read', () => {
  test('is named, and nothing is answered', async () => {
    const missing = `room-${between(100, 999)}.txt`;
    const { code, stdout, stderr } = await submission.run(['stock', missing]);
    assert.equal(stdout.trim(), '', 'standard output should stay empty');
    assert.ok(stderr.includes(missing), 'the message should name the file');
    assert.equal(code, 1, 'the exit code');
  });
});

/** Called wrongly: exit code 2, a message, and no answer. */
async function assertRefused(words) {
  const files = { 'room.txt': journalOf(randomEntries(randomParts(3), 2)) };
  const { code, stdout, stderr } = await submission.run(words, { files });
  assert.equal(code, 2, `the exit code of: ${words.join(' ')}`);
  assert.equal(stdout.trim(), '', 'standard output should stay empty');
  assert.notEqual(stderr.trim(), '', 'standard error should have a message');
}

describe('A wrong call', () => {
  test('without a question, or without a journal, is refused', async () => {
    await assertRefused([]);
    await assertRefused(['stock']);
    await assertRefused(['history', 'room.txt']);
  });

  test('with more words than the question has is refused', () =>
    assertRefused(['stock', 'bells', 'room.txt']));

  test('with an option that does not exist is refused', () => assertRefused(['stock', '--yaml', 'room.txt']));

  test('with a number that is none, or less than 1, is refused', async () => {
    await assertRefused(['low', 'few', 'room.txt']);
    await assertRefused(['low', '0', 'room.txt']);
    await assertRefused(['low', '2.5', 'room.txt']);
  });
});
