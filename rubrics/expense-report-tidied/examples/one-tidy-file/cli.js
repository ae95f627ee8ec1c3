#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';

class WrongCall extends Error {}

const USAGE = 'Usage: expense-report [--top <n>] [--category <name>] [file ...]';

/** What the words behind the program's name ask for. Throws WrongCall. */
function parseCall(words) {
  const { values, positionals } = splitWords(words);
  return { files: positionals, top: parseTop(values.top), category: values.category };
}

function splitWords(words) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: { top: { type: 'string' }, category: { type: 'string' } },
    });
  } catch (error) {
    throw new WrongCall(`${error.message}\n${USAGE}`);
  }
}

function parseTop(word) {
  if (word === undefined) return Infinity;
  if (!/^[1-9]\d*$/.test(word)) throw new WrongCall(`--top needs a whole number from 1 up.\n${USAGE}`);
  return Number(word);
}

const AMOUNT = /^(\d+)(?:\.(\d\d?))?$/;

/** The expense that a line stands for, its amount in whole cents; null when it stands for none. */
function parseExpense(line) {
  const [, category, amount, ...others] = line.split(',').map((field) => field.trim());
  if (amount === undefined || others.length > 0) return null;
  const cents = parseAmount(amount);
  return cents === null ? null : { category, cents };
}

function parseAmount(text) {
  const match = AMOUNT.exec(text);
  if (match === null) return null;
  const [, euros, decimals = ''] = match;
  return Number(euros) * 100 + Number(decimals.padEnd(2, '0'));
}

const STANDARD_INPUT = 0;

/** All expenses of these files, or of standard input when there are none, and what is wrong with them, in words. */
function readSources(files) {
  const results =
    files.length === 0
      ? [readSource('standard input', STANDARD_INPUT)]
      : files.map((file) => readSource(file, file));
  return {
    expenses: results.flatMap(({ expenses }) => expenses),
    problems: results.flatMap(({ problems }) => problems),
  };
}

function readSource(name, source) {
  try {
    return readLines(name, readFileSync(source, 'utf8'));
  } catch (error) {
    return { expenses: [], problems: [`${name} cannot be read: ${error.message}`] };
  }
}

function readLines(name, text) {
  const expenses = [];
  const problems = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const expense = parseExpense(line);
    if (expense === null) problems.push(`${name}, line ${at + 1}: this is not an expense: ${line.trim()}`);
    else expenses.push(expense);
  }
  return { expenses, problems };
}

/** The lines of the report: the largest categories, and the total of all. */
function reportLines(expenses, top) {
  const sums = sumByCategory(expenses);
  const total = expenses.reduce((sum, { cents }) => sum + cents, 0);
  const largest = [...sums].sort(largestFirst).slice(0, top);
  return [...largest, ['total', total]].map(([name, cents]) => `${name}: ${(cents / 100).toFixed(2)}`);
}

function sumByCategory(expenses) {
  const sums = new Map();
  for (const { category, cents } of expenses) sums.set(category, (sums.get(category) ?? 0) + cents);
  return sums;
}

/** Equal ones by the alphabet. */
function largestFirst([name, cents], [otherName, otherCents]) {
  return otherCents - cents || (name < otherName ? -1 : 1);
}

/** Does what the words behind the program's name ask for, and gives back the exit code. */
function run(words) {
  const { files, top, category } = parseCall(words);
  const { expenses, problems } = readSources(files);
  const wanted = expenses.filter((expense) => category === undefined || expense.category === category);
  for (const line of reportLines(wanted, top)) console.log(line);
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
}

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof WrongCall)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
