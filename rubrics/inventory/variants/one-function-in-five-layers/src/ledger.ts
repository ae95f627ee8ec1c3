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
    if (text.trim() !== '' && !text.startsWith('#')) {
      const entry = parseEntry(text.trim());
      if (entry === null) {
        problems.push({ line: at + 1, message: `this is no entry: ${text}` });
      } else {
        const before = stocks.get(entry.part) ?? 0;
        if (entry.kind === 'out') {
          if (entry.amount > before) {
            problems.push({ line: at + 1, message: `there are ${before} ${entry.part} to take out: ${text}` });
          } else {
            stocks.set(entry.part, before - entry.amount);
            movements.push({ ...entry, stock: before - entry.amount });
          }
        } else {
          const stock = entry.kind === 'in' ? before + entry.amount : entry.amount;
          stocks.set(entry.part, stock);
          movements.push({ ...entry, stock });
        }
      }
    }
  }
  return { movements, problems };
}
