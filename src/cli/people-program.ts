import { type Command, Option } from 'commander';
import { count } from './count.ts';
import { eraseCommand, type EraseOptions } from './erase.ts';
import type { Invocation } from './invocation.ts';

const ID = ['--id <number>', "GitHub's number of the account, where several have been called so"] as const;
const format = () =>
  new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text');

/** Adds the commands about one person. */
export function addPeopleCommands(
  program: Command,
  { parts, terminal }: Pick<Invocation, 'parts' | 'terminal' | 'defaultCourse'>,
  done: (exitCode: number) => void,
): void {
  program
    .command('erase')
    .description(
      'remove everything that is kept of somebody; what they did for others stays, without their name',
    )
    .argument('<login>', 'what they are called on GitHub')
    .option(...ID, count)
    .option('--yes', 'do not ask', false)
    .addOption(format())
    .addHelpText(
      'after',
      `
Exit code:
  0  erased
  2  nobody of that login, several of them, or not confirmed: nothing was changed
  3  the database does not answer, or (the embedded one) another process has it: end that one first`,
    )
    .action(async (login: string, options: Omit<EraseOptions, 'login'>) => {
      done(await eraseCommand({ login, ...options }, parts, terminal));
    });
}
