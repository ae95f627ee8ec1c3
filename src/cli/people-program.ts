import { type Command, Option } from 'commander';
import { count } from './count.ts';
import { eraseCommand, type EraseOptions } from './erase.ts';
import { exportCommand, type ExportOptions } from './export.ts';
import type { Invocation } from './invocation.ts';
import { AS } from './viewer.ts';

const ID = ['--id <number>', "GitHub's number of the account, where several have been called so"] as const;
const format = () =>
  new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text');

/** Adds the commands about one person. */
export function addPeopleCommands(
  program: Command,
  { parts, terminal, defaultCourse }: Pick<Invocation, 'parts' | 'terminal' | 'defaultCourse'>,
  done: (exitCode: number) => void,
): void {
  program
    .command('export')
    .description('write the portfolio of somebody: their record, their badges, and all that is kept of them')
    .argument('<login>', 'what they are called on GitHub')
    .option(...ID, count)
    .option('--out <dir>', 'the folder to make (default: <login>-portfolio)')
    .option('--course <dir>', 'the course', defaultCourse)
    .option(...AS)
    .addOption(format())
    .addHelpText(
      'after',
      `
What is written:
  index.html          the record, to read, print and send
  record.json         the same for programs
  badges/<slug>.json  an Open Badges 3.0 credential for each mastered project, signed
  personal-data.json  everything that is kept of them and they may see, as it stands in the database
Beside the folder, for whoever runs Touchstone and not to be handed over:
  <folder>-withheld.json  what is kept of them and they may not see, where there is any

Exit code:
  0  written
  2  nobody of that login, several of them, a folder that is there already, or a wrong course or key
  3  the database does not answer, or (the embedded one) another process has it: end that one first`,
    )
    .action(async (login: string, options: Omit<ExportOptions, 'login'>) => {
      done(await exportCommand({ login, ...options }, parts, terminal));
    });
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
