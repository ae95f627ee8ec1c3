import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';
import { fileOf, linesOf, randomExpenses, reportOf } from './expenses.js';
import { between } from './random.js';

describe('The option --top', () => {
  test('shortens the list and leaves the total', async () => {
    const expenses = randomExpenses(20, 6);
    const top = between(2, 4);
    const expected = reportOf(expenses, { top });
    const { stdout } = await submission.run(['spent.csv', '--top', String(top)], {
      files: { 'spent.csv': fileOf(expenses) },
    });
    assert.deepEqual(linesOf(stdout), expected);
  });

  test('may ask for more categories than there are', async () => {
    const expenses = randomExpenses(7, 3);
    const expected = reportOf(expenses);
    const { stdout } = await submission.run(['--top', '12', 'spent.csv'], {
      files: { 'spent.csv': fileOf(expenses) },
    });
    assert.deepEqual(linesOf(stdout), expected);
  });
});

describe('The option --category', () => {
  test('counts one category alone, in the total too', async () => {
    const expenses = randomExpenses(20, 5);
    const { category } = expenses[between(0, 19)];
    const expected = reportOf(expenses.filter((expense) => expense.category === category));
    const { stdout } = await submission.run(['--category', category, 'spent.csv'], {
      files: { 'spent.csv': fileOf(expenses) },
    });
    assert.deepEqual(linesOf(stdout), expected);
  });

  test('goes together with --top', async () => {
    const expenses = randomExpenses(20, 5);
    const { category } = expenses[between(0, 19)];
    const expected = reportOf(expenses.filter((expense) => expense.category === category));
    const { stdout } = await submission.run(['--top', '3', 'spent.csv', '--category', category], {
      files: { 'spent.csv': fileOf(expenses) },
    });
    assert.deepEqual(linesOf(stdout), expected);
  });

  test('of which there are no expenses is no mistake', async () => {
    const expenses = randomExpenses(6, 3);
    // The second is only the beginning of a category.
    for (const category of ['circus', expenses[0].category.slice(0, 2)]) {
      const { stdout, code } = await submission.run(['--category', category, 'spent.csv'], {
        files: { 'spent.csv': fileOf(expenses) },
      });
      assert.deepEqual(linesOf(stdout), ['total: 0.00']);
      assert.equal(code, 0);
    }
  });
});

/** Called wrongly: exit code 2, a message, and no report. */
async function assertRefused(args) {
  const files = { 'spent.csv': fileOf(randomExpenses(5, 2)) };
  const { code, stdout, stderr } = await submission.run(args, { files });
  assert.equal(code, 2, 'the exit code');
  assert.deepEqual(linesOf(stdout), [], 'standard output should stay empty');
  assert.notEqual(stderr.trim(), '', 'standard error should have a message');
}

describe('A wrong call', () => {
  test('with an option that does not exist is refused', () => assertRefused(['spent.csv', '--sort']));

  test('with a word in place of a number is refused', () => assertRefused(['--top', 'many', 'spent.csv']));

  test('that asks for no category at all is refused', () => assertRefused(['--top', '0', 'spent.csv']));

  test('that leaves out the number is refused', () => assertRefused(['spent.csv', '--top']));
});

describe('A file that cannot be read', () => {
  test('is named on standard error, and the other files are reported', async () => {
    const expenses = randomExpenses(9, 3);
    const expected = reportOf(expenses);
    const missing = `month-${between(100, 999)}.csv`;
    const { code, stdout, stderr } = await submission.run([missing, 'spent.csv'], {
      files: { 'spent.csv': fileOf(expenses) },
    });
    assert.deepEqual(linesOf(stdout), expected);
    assert.ok(stderr.includes(missing), 'the message should name the file');
    assert.equal(code, 1, 'the exit code');
  });

  test('alone leaves a total of nothing', async () => {
    const { code, stdout, stderr } = await submission.run(['nowhere.csv']);
    assert.deepEqual(linesOf(stdout), ['total: 0.00']);
    assert.ok(stderr.includes('nowhere.csv'), 'the message should name the file');
    assert.equal(code, 1, 'the exit code');
  });
});

/** Whether the text has this number standing by itself. */
const names = (text, number) => new RegExp(`(?<!\\d)${number}(?!\\d)`).test(text);

describe('A line that is not an expense', () => {
  test('is named by its number, and the other lines are reported', async () => {
    const expenses = randomExpenses(40, 3);
    const expected = reportOf(expenses);
    const lines = linesOf(fileOf(expenses));
    const at = between(31, 38);
    lines.splice(at - 1, 0, '2026-06-01,books,a lot');
    const { code, stdout, stderr } = await submission.run(['spent.csv'], {
      files: { 'spent.csv': lines.join('\n') },
    });
    assert.deepEqual(linesOf(stdout), expected);
    assert.ok(names(stderr, at), 'the message should have the number of the line');
    assert.equal(code, 1, 'the exit code');
  });

  test('is one message each, and empty lines count as lines', async () => {
    const expenses = randomExpenses(2, 2);
    const expected = reportOf(expenses);
    const [first, second] = linesOf(fileOf(expenses));
    const stdin = [first, '', '2026-06-01;books;12.00', '', '', '', second, '2026-06-02,books,-3.20'].join(
      '\n',
    );
    const { code, stdout, stderr } = await submission.run([], { stdin });
    assert.deepEqual(linesOf(stdout), expected);
    assert.ok(names(stderr, 3), 'a message should have the number of the first such line');
    assert.ok(names(stderr, 8), 'a message should have the number of the second such line');
    assert.equal(code, 1, 'the exit code');
  });

  test('may have an empty amount, or one with three decimals', async () => {
    const [kept] = randomExpenses(1, 1);
    const expected = reportOf([kept]);
    const stdin = `2026-06-01,books,\n2026-06-02,books,1.005\n${fileOf([kept])}`;
    const { code, stdout } = await submission.run([], { stdin });
    assert.deepEqual(linesOf(stdout), expected);
    assert.equal(code, 1, 'the exit code');
  });
});
