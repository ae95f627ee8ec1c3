#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { answer, type Line } from './src/answer.ts';
import { type Call, parseCall, WrongCall } from './src/call.ts';
import { keepLedger } from './src/ledger.ts';

const exitCodes = { fine: 0, trouble: 1, wrongCall: 2 };

function print(lines: readonly Line[], json: boolean): void {
  if (json) console.log(JSON.stringify(lines.map(({ data }) => data)));
  else for (const { text } of lines) console.log(text);
}

function run({ question, journal, json }: Call): number {
  const { movements, problems } = keepLedger(readFileSync(journal, 'utf8'));
  print(answer(question, movements), json);
  for (const { line, message } of problems) console.error(`${journal}, line ${line}: ${message}`);
  return problems.length === 0 ? exitCodes.fine : exitCodes.trouble;
}

try {
  process.exitCode = run(parseCall(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof WrongCall ? exitCodes.wrongCall : exitCodes.trouble;
}
