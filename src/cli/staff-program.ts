import { type Command, Option } from 'commander';
import { LANGUAGES } from '../similarity/reading/language.ts';
import { count } from './count.ts';
import type { Invocation } from './invocation.ts';
import { putAsideCommand, type PutAsideOptions } from './put-aside.ts';
import { similarityCommand, type SimilarityOptions } from './similarity.ts';
import { secondLookCommand, type SecondLookOptions } from './second-look.ts';

/** Adds the commands of the staff that take no part in a pull request. */
export function addStaffCommands(
  program: Command,
  { parts, terminal, defaultCourse, signal }: Omit<Invocation, 'argv'>,
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
  program
    .command('put-aside')
    .description('take what works have in common out of the queue, until somebody joins it')
    .argument('<number>', 'as `touchstone queue` shows it', count)
    .requiredOption('--as <login>', "who you are, as in the course's file of people")
    .option('--course <dir>', 'the course', defaultCourse)
    .action(async (number: number, options: Omit<PutAsideOptions, 'number'>) => {
      done(await putAsideCommand({ ...options, number }, parts, terminal));
    });
  program
    .command('similarity')
    .description('compare the submissions in a folder, each with each: what is alike and worth a talk')
    .argument('<dir>', 'has one folder for each learner, with their work in it')
    .option('--starter <dir>', 'what everybody was given: it counts nothing')
    .option('--history <dir>', 'earlier cohorts of this project, one folder for each submission')
    .option('--background <dir>', 'submissions to other projects: what is ordinary elsewhere')
    .addOption(
      new Option(
        '--language <name>',
        'read this language alone (default: by the names of the files)',
      ).choices([...LANGUAGES]),
    )
    .option('--top <n>', 'so many pairs at most (default: with text, those above the cut; else all)', count)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .option('--html <file>', 'write a report, too, that opens in a browser')
    .addHelpText(
      'after',
      `
It shows what is alike, not how it came to be so. Nothing of it is sent anywhere.

Exit code:
  0  compared, whatever was found
  2  a missing folder, or fewer than two submissions in it
  3  Touchstone failed, or was ended early`,
    )
    .action(async (dir: string, options: Omit<SimilarityOptions, 'dir'>) => {
      done(await similarityCommand({ dir, ...options }, parts, terminal, signal));
    });
}
