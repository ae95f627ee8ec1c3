import { type Command, Option } from 'commander';
import { count } from './count.ts';
import type { Invocation } from './invocation.ts';
import { secondLookCommand, type SecondLookOptions } from './second-look.ts';

/** Adds the commands of the staff that take no part in a pull request. */
export function addStaffCommands(
  program: Command,
  { parts, terminal, defaultCourse }: Pick<Invocation, 'parts' | 'terminal' | 'defaultCourse'>,
  done: (exitCode: number) => void,
): void {
  program
    .command('second-look')
    .description('look at work that a colleague has signed off, without seeing what they said')
    .argument('[number]', 'which of the list you have looked at; without it the list is shown', count)
    .requiredOption('--as <login>', "who you are, as in the course's file of people")
    .addOption(new Option('--says <verdict>', 'what you say of it').choices(['mastered', 'not-yet']))
    .option('--why <words>', 'your reason')
    .option('--agreement', 'for leads: how far teachers agree', false)
    .option('--course <dir>', 'the course', defaultCourse)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action(async (number: number | undefined, options: Omit<SecondLookOptions, 'number'>) => {
      done(await secondLookCommand({ ...options, ...(number !== undefined && { number }) }, parts, terminal));
    });
}
