import type { CommandUsage, Whose } from '../../domain/command-reply.ts';
import { type CommandName, COMMANDS } from './command.ts';

/** How a command is given, and what it does. */
export function usageOf(name: CommandName): CommandUsage {
  const { usage, does } = COMMANDS[name];
  return { usage, does };
}

export function mayGive(name: CommandName, rights: ReadonlySet<Whose>): boolean {
  return COMMANDS[name].whose.some((each) => rights.has(each));
}

/** The commands that somebody may give. */
export function commandsFor(rights: ReadonlySet<Whose>): CommandUsage[] {
  const names = Object.keys(COMMANDS) as CommandName[];
  return names.filter((name) => mayGive(name, rights)).map(usageOf);
}
