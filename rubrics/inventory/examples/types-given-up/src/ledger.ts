import { type Entry, parseEntry } from './entry.ts';

/** An entry that was possible, with the stock of its part afterwards. */
export interface Movement extends Entry {
  stock: number;
}

/** What is wrong with a line of the journal; lines are counted from 1. */
export interface Problem {
  line: number;
  message: string;
}

export interface Ledger {
  movements: Movement[];
  problems: Problem[];
}

/** Goes through a journal, line by line, and keeps count of every part. */
export function keepLedger(journal: string): Ledger {
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
function move(line: string, stocks: any): any {
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
