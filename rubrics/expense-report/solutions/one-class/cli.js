#!/usr/bin/env node
import { readFileSync } from 'node:fs';

class ExpenseReport {
  constructor() {
    this.cents = {};
    this.problems = [];
  }

  addFile(name, descriptor = name) {
    let text;
    try {
      text = readFileSync(descriptor, 'utf8');
    } catch (error) {
      this.problems.push(`Cannot read ${name} (${error.code}).`);
      return;
    }
    text.split(/\r?\n/).forEach((line, index) => this.addLine(line, `${name}:${index + 1}`));
  }

  addLine(line, place) {
    if (line.trim() === '') return;
    const match = line.match(/^\s*([^,]+),([^,]+),\s*(\d+)(\.\d\d?)?\s*$/);
    if (!match) {
      this.problems.push(`${place}: this is not an expense.`);
      return;
    }
    const category = match[2].trim();
    const amount = Math.round(Number(match[3] + (match[4] ?? '')) * 100);
    this.cents[category] = (this.cents[category] ?? 0) + amount;
  }

  lines({ top, category }) {
    let entries = Object.entries(this.cents);
    if (category !== null) entries = entries.filter(([name]) => name === category);
    const total = entries.reduce((sum, [, cents]) => sum + cents, 0);
    entries.sort((a, b) => b[1] - a[1] || (a[0] > b[0] ? 1 : -1));
    if (top !== null) entries.length = Math.min(entries.length, top);
    return [...entries, ['total', total]].map(([name, cents]) => `${name}: ${(cents / 100).toFixed(2)}`);
  }
}

function readOptions(words) {
  const options = { top: null, category: null, files: [], mistake: null };
  while (words.length > 0) {
    const word = words.shift();
    if (word === '--top') {
      options.top = Number(words.shift());
      if (!Number.isInteger(options.top) || options.top < 1)
        options.mistake = '--top needs a number from 1 up.';
    } else if (word === '--category') {
      options.category = words.shift() ?? null;
      if (options.category === null) options.mistake = '--category needs a name.';
    } else if (word.startsWith('-')) {
      options.mistake = `There is no option ${word}.`;
    } else {
      options.files.push(word);
    }
  }
  return options;
}

const options = readOptions(process.argv.slice(2));
if (options.mistake) {
  console.error(options.mistake);
  process.exitCode = 2;
} else {
  const report = new ExpenseReport();
  if (options.files.length === 0) report.addFile('standard input', 0);
  for (const file of options.files) report.addFile(file);
  for (const line of report.lines(options)) console.log(line);
  for (const problem of report.problems) console.error(problem);
  process.exitCode = report.problems.length > 0 ? 1 : 0;
}
