#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';

/** What can be asked of a store room. */
type Question = { name: 'stock' } | { name: 'low'; limit: number } | { name: 'history'; part: string };

/** What somebody noted in the journal. */
interface Entry {
  date: string;
  kind: 'in' | 'out' | 'count';
  part: string;
  amount: number;
}

const WORDS = /^(\d{4}-\d\d-\d\d) +(\S+) +([a-z\d-]+) +(\d+)$/;

/** The entry that a line stands for, or null when it is none. */
function parseEntry(line: string): Entry | null {
  const [, date, kind, part, digits] = WORDS.exec(line) ?? [];
  if (date === undefined || part === undefined || !isKind(kind)) return null;
  const amount = Number(digits);
  return amount === 0 && kind !== 'count' ? null : { date, kind, part, amount };
}

function isKind(word: string | undefined): word is Entry['kind'] {
  return word === 'in' || word === 'out' || word === 'count';
}

/** An entry that was possible, with the stock of its part afterwards. */
interface Movement extends Entry {
  stock: number;
}

/** What is wrong with a line of the journal; lines are counted from 1. */
interface Problem {
  line: number;
  message: string;
}

interface Ledger {
  movements: Movement[];
  problems: Problem[];
}

/** Goes through a journal, line by line, and keeps count of every part. */
function keepLedger(journal: string): Ledger {
  const movements: Movement[] = [];
  const problems: Problem[] = [];
  const stocks = new Map<string, number>();
  for (const [at, text] of journal.split('\n').entries()) {
    const outcome = meansNothing(text) ? null : move(text.trim(), stocks);
    if (typeof outcome === 'string') problems.push({ line: at + 1, message: outcome });
    else if (outcome !== null) {
      stocks.set(outcome.part, outcome.stock);
      movements.push(outcome);
    }
  }
  return { movements, problems };
}

const meansNothing = (line: string): boolean => line.trim() === '' || line.startsWith('#');

/** What a line moves, or why it cannot, in words. */
function move(line: string, stocks: ReadonlyMap<string, number>): Movement | string {
  const entry = parseEntry(line);
  if (entry === null) return `this is no entry: ${line}`;
  const before = stocks.get(entry.part) ?? 0;
  const stock = stockAfter(entry, before);
  return stock < 0 ? `there are ${before} ${entry.part} to take out: ${line}` : { ...entry, stock };
}

function stockAfter({ kind, amount }: Entry, before: number): number {
  if (kind === 'count') return amount;
  return kind === 'in' ? before + amount : before - amount;
}

/** A line of an answer: as text for people, and as data for other programs. */
interface Line {
  text: string;
  data: Record<string, string | number>;
}

function answer(question: Question, movements: readonly Movement[]): Line[] {
  switch (question.name) {
    case 'stock':
      return stocksOf(movements).map(stockLine);
    case 'low':
      return low(question.limit, movements).map(stockLine);
    case 'history':
      return movements.filter(({ part }) => part === question.part).map(historyLine);
  }
}

interface PartStock {
  part: string;
  stock: number;
}

/** Every part with what is there of it, in the order of the alphabet. */
function stocksOf(movements: readonly Movement[]): PartStock[] {
  const latest = new Map(movements.map(({ part, stock }) => [part, stock]));
  return [...latest].map(([part, stock]) => ({ part, stock })).sort((a, b) => (a.part < b.part ? -1 : 1));
}

function low(limit: number, movements: readonly Movement[]): PartStock[] {
  return stocksOf(movements)
    .filter(({ stock }) => stock < limit)
    .sort((a, b) => a.stock - b.stock);
}

const stockLine = ({ part, stock }: PartStock): Line => ({
  text: `${part}: ${stock}`,
  data: { part, stock },
});

const historyLine = ({ date, kind, amount, stock }: Movement): Line => ({
  text: `${date} ${kind} ${amount} -> ${stock}`,
  data: { date, kind, amount, stock },
});

/** What the program is asked to do. */
interface Call {
  question: Question;
  journal: string;
  json: boolean;
}

class WrongCall extends Error {}

const USAGE = `Usage: inventory stock <journal> [--json]
       inventory low <number> <journal> [--json]
       inventory history <part> <journal> [--json]`;

/** What the words behind the name of the program ask for. Throws WrongCall. */
function parseCall(words: readonly string[]): Call {
  const { positionals, json } = split(words);
  const [name, ...rest] = positionals;
  const journal = rest.pop();
  const question = parseQuestion(name, rest);
  if (question === null || journal === undefined) throw new WrongCall(USAGE);
  return { question, journal, json };
}

function split(words: readonly string[]): { positionals: string[]; json: boolean } {
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    return { positionals, json: values.json };
  } catch {
    throw new WrongCall(USAGE);
  }
}

/** The question of this name, with what it is asked about; null when there is no such question. */
function parseQuestion(name: string | undefined, about: readonly string[]): Question | null {
  const [subject] = about;
  if (name === 'stock' && subject === undefined) return { name };
  if (about.length !== 1 || subject === undefined) return null;
  if (name === 'history') return { name, part: subject };
  return name === 'low' && /^[1-9]\d*$/.test(subject) ? { name, limit: Number(subject) } : null;
}

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
