import { parseArgs } from 'node:util';

export class WrongCall extends Error {}

const usage = 'Usage: expense-report [--top <n>] [--category <name>] [file ...]';

/** What the words behind the program's name ask for. */
export function parseCall(args) {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: { top: { type: 'string' }, category: { type: 'string' } },
    });
  } catch (error) {
    throw new WrongCall(`${error.message}\n${usage}`);
  }
  const { top, category } = parsed.values;
  if (top !== undefined && !/^\d+$/.test(top)) {
    throw new WrongCall(`--top needs a whole number from 1 up, not "${top}".\n${usage}`);
  }
  return { files: parsed.positionals, top: top === undefined ? Infinity : Number(top), category };
}
