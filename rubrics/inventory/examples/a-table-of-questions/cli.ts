#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { replay, type Trouble } from './replay.ts';
import { chooseQuestion, type Question } from './questions.ts';

function say(trouble: string, exitCode: number): void {
  console.error(trouble);
  process.exitCode = exitCode;
}

async function tell(question: Question, file: string, asJson: boolean): Promise<void> {
  const report = (trouble: Trouble): void => say(`line ${trouble.line}: ${trouble.reason}`, 1);
  const histories = replay(await readFile(file, 'utf8'), report);
  const rows = question.ask(histories);
  const shown = asJson ? [JSON.stringify(rows)] : rows.map((row) => question.show(row));
  for (const line of shown) console.log(line);
}

const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const [name = '', ...subjects] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const file = subjects.pop();
const question = chooseQuestion(name, subjects);

if (file === undefined || question === undefined || options.some((option) => option !== '--json')) {
  say('I know: stock <journal>, low <number> <journal>, history <part> <journal>, and --json.', 2);
} else {
  await tell(question, file, options.includes('--json')).catch((error: Error) => say(error.message, 1));
}
