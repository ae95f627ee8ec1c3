#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Ledger } from './ledger.js';
import { readOptions } from './options.js';

function readInto(ledger, files) {
  const sources = files.length > 0 ? files.map((file) => [file, file]) : [['standard input', 0]];
  for (const [name, source] of sources) {
    try {
      ledger.addText(name, readFileSync(source, 'utf8'));
    } catch {
      ledger.complain(`I cannot read ${name}.`);
    }
  }
}

function main(words) {
  const { mistake, files, top, category } = readOptions(words);
  if (mistake !== null) {
    console.error(mistake);
    process.exitCode = 2;
    return;
  }
  const ledger = new Ledger();
  readInto(ledger, files);
  console.log(ledger.report({ top, category }).join('\n'));
  for (const problem of ledger.problems) {
    console.error(problem);
  }
}

main(process.argv.slice(2));
