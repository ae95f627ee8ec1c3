import { parseArgs } from 'node:util';

export class WrongCall extends Error {}

const USAGE = 'Usage: expense-report [--top <n>] [--category <name>] [file ...]';

/** What the words behind the program's name ask for. Throws WrongCall. */
export function parseCall(words) {
  const { values, positionals } = splitWords(words);
  return { files: positionals, top: parseTop(values.top), category: values.category };
}

function splitWords(words) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: { top: { type: 'string' }, category: { type: 'string' } },
    });
  } catch (error) {
    throw new WrongCall(`${error.message}\n${USAGE}`);
  }
}

function parseTop(word) {
  if (word === undefined) return Infinity;
  if (!/^[1-9]\d*$/.test(word)) throw new WrongCall(`--top needs a whole number from 1 up.\n${USAGE}`);
  return Number(word);
}
