#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

function readCall() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { top: { type: 'string' }, category: { type: 'string' } },
  });
  const top = values.top === undefined ? Infinity : Number(values.top);
  if (top !== Infinity && (!Number.isInteger(top) || top < 1)) throw new Error('--top needs a number from 1 up');
  return { top, category: values.category, files: positionals };
}

function centsOf(text) {
  if (!/^\d+(\.\d{1,2})?$/.test(text)) return null;
  return Math.round(Number(text) * 100);
}

function addUp(text, name, { sums, problems, category }) {
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const fields = line.split(',');
    const cents = centsOf(fields[2] ?? '');
    if (fields.length !== 3 || cents === null) {
      problems.push(`${name}: line ${index + 1} is not an expense`);
    } else if (category === undefined || category === fields[1]) {
      sums.set(fields[1], (sums.get(fields[1]) ?? 0) + cents);
    }
  });
}

let call;
try {
  call = readCall();
} catch (error) {
  console.log(error.message);
  process.exit(2);
}

const state = { sums: new Map(), problems: [], category: call.category };
if (call.files.length === 0) addUp(readFileSync(0, 'utf8'), 'standard input', state);
for (const file of call.files) {
  try {
    addUp(readFileSync(file, 'utf8'), file, state);
  } catch {
    state.problems.push(`${file} cannot be read`);
  }
}

const sorted = [...state.sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
const total = sorted.reduce((sum, [, cents]) => sum + cents, 0);
for (const [name, cents] of sorted.slice(0, call.top)) console.log(`${name}: ${(cents / 100).toFixed(2)}`);
console.log(`total: ${(total / 100).toFixed(2)}`);
for (const problem of state.problems) console.log(problem);
process.exitCode = state.problems.length > 0 ? 1 : 0;
