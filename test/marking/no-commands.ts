import type { Handlers } from '../../src/intake/commands/call.ts';
import { COMMANDS } from '../../src/intake/commands/command.ts';

const refuse = () => Promise.reject(new Error('no command is given here'));

/** For schools where nobody gives a command. */
export const noCommands = Object.fromEntries(
  Object.keys(COMMANDS).map((name) => [name, refuse]),
) as unknown as Handlers;
