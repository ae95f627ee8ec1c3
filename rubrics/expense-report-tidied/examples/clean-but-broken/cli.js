#!/usr/bin/env node
import { parseCall, WrongCall } from './src/call.js';
import { readSources } from './src/read.js';
import { reportLines } from './src/report.js';

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
