#!/usr/bin/env node
import { readCall } from './call.js';
import { expensesIn, sourcesOf } from './sources.js';
import { Sums } from './sums.js';

async function report({ files, top, category }) {
  const sums = new Sums();
  const problems = [];
  for (const source of sourcesOf(files)) {
    for await (const { expense, problem } of expensesIn(source)) {
      if (problem !== undefined) problems.push(problem);
      else if (category === undefined || category === expense.category) sums.add(expense);
    }
  }
  process.stdout.write(sums.toText(top));
  problems.forEach((problem) => console.error(problem));
  return problems.length > 0 ? 1 : 0;
}

const call = readCall(process.argv.slice(2));
if (call.mistake === undefined) {
  process.exitCode = await report(call);
} else {
  console.error(call.mistake);
  process.exitCode = 2;
}
