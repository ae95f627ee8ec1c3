import { parseArgs } from 'node:util';
import type { Question } from './question.ts';

/** What the program is asked to do. */
export interface Call {
  question: Question;
  journal: string;
  json: boolean;
}

export class WrongCall extends Error {}

const USAGE = `Usage: inventory stock <journal> [--json]
       inventory low <number> <journal> [--json]
       inventory history <part> <journal> [--json]`;

/** What the words behind the name of the program ask for. Throws WrongCall. */
export function parseCall(words: readonly string[]): Call {
  const { positionals, json } = split(words);
  const [name, ...rest] = positionals;
  const journal = rest.pop()!;
  const question = parseQuestion(name, rest);
  if (question === null || !journal) throw new WrongCall(USAGE);
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
