import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';
import { euros, fileOf, linesOf, randomExpenses, reportOf } from './expenses.js';
import { between, shuffled } from './random.js';

describe('A report', () => {
  test('adds up every category of a file', async () => {
    const expenses = randomExpenses(12, 4);
    const expected = reportOf(expenses).sort();
    const { stdout } = await submission.run(['spent.csv'], { files: { 'spent.csv': fileOf(expenses) } });
    assert.deepEqual(linesOf(stdout).sort(), expected);
  });

  test('counts the last line when no line end follows it', async () => {
    const expenses = randomExpenses(5, 2);
    const expected = reportOf(expenses).sort();
    const files = { 'spent.csv': fileOf(expenses).trimEnd() };
    const { stdout } = await submission.run(['spent.csv'], { files });
    assert.deepEqual(linesOf(stdout).sort(), expected);
  });

  test('of an empty file is a total of nothing', async () => {
    const { stdout, code } = await submission.run(['empty.csv'], { files: { 'empty.csv': '' } });
    assert.deepEqual(linesOf(stdout), ['total: 0.00']);
    assert.equal(code, 0);
  });
});

describe('Standard input', () => {
  test('is read when no file is named', async () => {
    const expenses = randomExpenses(9, 3);
    const expected = reportOf(expenses).sort();
    const { stdout } = await submission.run([], { stdin: fileOf(expenses) });
    assert.deepEqual(linesOf(stdout).sort(), expected);
  });

  test('is read when there are options and no file', async () => {
    const expenses = randomExpenses(9, 4);
    const expected = reportOf(expenses, { top: 1 });
    const { stdout } = await submission.run(['--top', '1'], { stdin: fileOf(expenses) });
    assert.deepEqual(linesOf(stdout), expected);
  });

  test('is read to its end, however long it is', async () => {
    const expenses = randomExpenses(8000, 3);
    const expected = reportOf(expenses).sort();
    const { stdout } = await submission.run([], { stdin: fileOf(expenses) });
    assert.deepEqual(linesOf(stdout).sort(), expected);
  });
});

describe('Several files', () => {
  test('make one report', async () => {
    const expenses = randomExpenses(24, 4);
    const expected = reportOf(expenses).sort();
    const files = {
      'first.csv': fileOf(expenses.slice(0, 11)),
      'second.csv': fileOf(expenses.slice(11, 15)),
      'third.csv': fileOf(expenses.slice(15)),
    };
    const { stdout } = await submission.run(Object.keys(files), { files });
    assert.deepEqual(linesOf(stdout).sort(), expected);
  });

  test('may lie in folders', async () => {
    const expenses = randomExpenses(10, 3);
    const expected = reportOf(expenses).sort();
    const files = {
      '2026/home.csv': fileOf(expenses.slice(0, 4)),
      '2026/work/travel.csv': fileOf(expenses.slice(4)),
    };
    const { stdout } = await submission.run(Object.keys(files), { files });
    assert.deepEqual(linesOf(stdout).sort(), expected);
  });
});

describe('The order of a report', () => {
  test('is from the largest amount to the smallest', async () => {
    // Amounts of different lengths: ordered as texts they would come out wrong.
    const amounts = shuffled([between(2, 9) * 100, between(11, 99) * 100, between(101, 999) * 100, 200000]);
    const expenses = randomExpenses(4, 4).map((expense, at) => ({ ...expense, cents: amounts[at] }));
    const expected = reportOf(expenses);
    const { stdout } = await submission.run(['spent.csv'], { files: { 'spent.csv': fileOf(expenses) } });
    assert.deepEqual(linesOf(stdout), expected);
  });

  test('is that of the alphabet where amounts are equal', async () => {
    const expenses = randomExpenses(5, 5).map((expense) => ({ ...expense, cents: 4200 }));
    const expected = reportOf(expenses);
    const { stdout } = await submission.run(['spent.csv'], { files: { 'spent.csv': fileOf(expenses) } });
    assert.deepEqual(linesOf(stdout), expected);
  });
});

describe('The amounts', () => {
  test('keep every cent of every line', async () => {
    // In binary fractions each of these, times a hundred, is a little less than a whole number.
    const treacherous = [435, 115, 57, 58, 820, 1990, 14929, 3310];
    const expenses = randomExpenses(24, 2).map((expense, at) => ({
      ...expense,
      cents: treacherous[at % treacherous.length],
    }));
    const expected = reportOf(expenses).sort();
    const { stdout } = await submission.run(['spent.csv'], { files: { 'spent.csv': fileOf(expenses) } });
    assert.deepEqual(linesOf(stdout).sort(), expected);
  });

  test('are equal where they are equal on paper', async () => {
    const [early, late] = shuffled(['bikes', 'cinema', 'dance', 'empanadas']).slice(0, 2).sort();
    const lines = [`2026-05-01,${late},0.1`, `2026-05-02,${late},0.2`, `2026-05-03,${early},0.3`];
    const { stdout } = await submission.run([], { stdin: lines.join('\n') });
    assert.deepEqual(linesOf(stdout), [`${early}: 0.30`, `${late}: 0.30`, 'total: 0.60']);
  });

  test('may have two decimals, one or none', async () => {
    const [whole, tenth, cents] = [between(2, 90), between(1, 9), between(11, 99)];
    const lines = [`2026-05-01,books,${whole}`, `2026-05-02,books,0.${tenth}`, `2026-05-03,books,3.${cents}`];
    const sum = euros(whole * 100 + tenth * 10 + 300 + cents);
    const { stdout } = await submission.run(['spent.csv'], { files: { 'spent.csv': lines.join('\n') } });
    assert.deepEqual(linesOf(stdout), [`books: ${sum}`, `total: ${sum}`]);
  });
});

describe('Files as they are in life', () => {
  test('with line ends of Windows are counted like others', async () => {
    const expenses = randomExpenses(8, 3);
    const expected = reportOf(expenses);
    const files = { 'spent.csv': fileOf(expenses, '\r\n') };
    const { stdout, code } = await submission.run(['spent.csv'], { files });
    assert.deepEqual(linesOf(stdout), expected);
    assert.equal(code, 0);
  });

  test('with empty lines are counted like others', async () => {
    const expenses = randomExpenses(6, 2);
    const expected = reportOf(expenses);
    const files = { 'spent.csv': `\n${fileOf(expenses, '\n\n')}\n\n` };
    const { stdout, code } = await submission.run(['spent.csv'], { files });
    assert.deepEqual(linesOf(stdout), expected);
    assert.equal(code, 0);
  });
});
