import type { CommandUsage } from '../../domain/command-reply.ts';
import { mayDo, type Part } from '../../domain/people/rights.ts';
import { type CommandName, COMMANDS } from './command.ts';

/** How a command is given, and what it does. */
export function usageOf(name: CommandName): CommandUsage {
  const { usage, does } = COMMANDS[name];
  return { usage, does };
}

/** The commands that somebody may give. */
export function commandsFor(parts: ReadonlySet<Part>): CommandUsage[] {
  const names = Object.keys(COMMANDS) as CommandName[];
  return names.filter((name) => mayDo(name, parts)).map(usageOf);
}
