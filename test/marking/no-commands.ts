import type { Handlers } from '../../src/intake/commands/call.ts';
import type { CommandAnswers } from '../../src/intake/commands/answers.ts';
import { COMMANDS } from '../../src/intake/commands/command.ts';

const refuse = () => Promise.reject(new Error('no command is given here'));

/** For schools where nobody reads answers. */
export const noAnswers: CommandAnswers = {
  answer: () => Promise.resolve(),
  withdraw: () => Promise.resolve(false),
  seen: () => Promise.resolve(),
  tell: () => Promise.resolve(),
};

/** For schools where nobody gives a command. */
export const noCommands = Object.fromEntries(
  Object.keys(COMMANDS).map((name) => [name, refuse]),
) as unknown as Handlers;
