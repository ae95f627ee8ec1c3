import { readFileSync } from 'node:fs';
import { parseExpense } from './expense.js';

const STANDARD_INPUT = 0;

/** All expenses of these files, or of standard input when there are none, and what is wrong with them, in words. */
export function readSources(files) {
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
