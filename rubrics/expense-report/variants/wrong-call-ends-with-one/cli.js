#!/usr/bin/env node
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { amountOf, parseExpense } from './src/expense.js';
import { parseCall, WrongCall } from './src/call.js';
import { reportLines } from './src/report.js';

let problems = 0;

function complain(message) {
  problems += 1;
  console.error(message);
}

async function* expensesOf(name, input) {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const expense = parseExpense(line);
    if (expense === null) complain(`${name}, line ${number}: not an expense (date,category,amount): ${line}`);
    else yield expense;
  }
}

async function* allExpenses(files) {
  if (files.length === 0) yield* expensesOf('standard input', process.stdin);
  for (const file of files) {
    try {
      yield* expensesOf(file, createReadStream(file, 'utf8'));
    } catch (error) {
      complain(`${file} cannot be read: ${error.message}`);
    }
  }
}

async function main() {
  const { files, top, category } = parseCall(process.argv.slice(2));
  const sums = new Map();
  for await (const expense of allExpenses(files)) {
    if (category !== undefined && expense.category !== category) continue;
    sums.set(expense.category, (sums.get(expense.category) ?? 0) + expense.cents);
  }
  for (const [name, cents] of reportLines(sums, top)) console.log(`${name}: ${amountOf(cents)}`);
  process.exitCode = problems === 0 ? 0 : 1;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof WrongCall)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
