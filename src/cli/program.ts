import { Command, CommanderError, Option } from 'commander';
import { TouchstoneError } from '../domain/errors/touchstone-error.ts';
import { usageError } from '../domain/errors/usage.ts';
import { addCourseCommands } from './course-program.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { describeFailure, exit } from './exit.ts';
import type { Invocation } from './invocation.ts';
import { imagesCommand } from './images.ts';
import { markCommand } from './mark.ts';
import { addPeopleCommands } from './people-program.ts';
import { addStaffCommands } from './staff-program.ts';
import { queueCommand, type QueueOptions } from './queue.ts';
import { replayCommand } from './replay.ts';
import { count } from './count.ts';
import { serveCommand, workerCommand } from './serve.ts';
import type { Terminal } from './terminal.ts';
import { AS } from './viewer.ts';

interface Common {
  course: string;
  format: 'text' | 'json';
}

interface MarkFlags extends Common {
  project: string;
  public: boolean;
  explain: boolean;
  form?: string;
}

/** Prints what failed: as JSON on standard output where JSON was asked for, else in words on standard error. */
function fail(error: unknown, asJson: boolean, terminal: Terminal): number {
  const { report, exitCode } = describeFailure(error);
  if (asJson) terminal.out(`${JSON.stringify({ decision: null, error: report }, null, 2)}\n`);
  else terminal.err(`${report.message}\n${report.fix}\n`);
  return exitCode;
}

/** Runs `touchstone <arguments>` and resolves to its exit code; nothing is thrown. */
export async function runProgram({
  argv,
  parts,
  terminal,
  defaultCourse,
  signal,
}: Invocation): Promise<number> {
  let exitCode: number = exit.done;
  // Known before the arguments are parsed, because wrong ones must be reported in the asked-for format too.
  const asJson = argv.some(
    (arg, index) => arg === '--format=json' || (arg === '--format' && argv[index + 1] === 'json'),
  );
  const program = new Command('touchstone')
    .description('Marks learner projects for code schools that teach for mastery.')
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: (text) => {
        if (!asJson) terminal.err(text);
      },
    });

  const command = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .option('--course <dir>', 'the course', defaultCourse)
      .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'));

  command('mark', 'mark a folder the way a pull request would be marked')
    .argument('<dir>', 'the folder with the work')
    .requiredOption('--project <slug>', 'which project of the course it is')
    .option('--public', 'run the public tests alone', false)
    .option(
      '--form <name>',
      'which parallel form of the hidden tests (default: the one that a first attempt of nobody in particular gets)',
    )
    .option('--explain', 'show how it went: containers, limits, restarts, the time of each test', false)
    .addHelpText(
      'after',
      `
Exit code:
  0  mastered, or awaiting review; with --public: every public test passes
  1  not yet
  2  wrong usage, unknown project, missing folder or a course with an error
  3  Touchstone failed, or was ended early: nothing was decided

Example:
  touchstone mark . --course ~/course/rubrics --project shopping-basket --public`,
    )
    .action(async (dir: string, options: MarkFlags) => {
      exitCode = await markCommand({ dir, ...options }, parts, terminal, signal);
    });
  command('replay', 'make the decision of a stored marking again from its evidence')
    .argument('<file>', 'what `touchstone mark --format json` printed')
    .addHelpText(
      'after',
      `
Exit code:
  0  the same decision comes out
  1  another one does
  2  wrong usage, unknown project, a file that holds no marking, or a course with an error`,
    )
    .action(async (file: string, options: Common) => {
      exitCode = await replayCommand({ file, ...options }, parts, terminal);
    });
  addCourseCommands(program, { parts, terminal, defaultCourse, signal }, (code) => {
    exitCode = code;
  });
  addPeopleCommands(program, { parts, terminal, defaultCourse }, (code) => {
    exitCode = code;
  });
  addStaffCommands(program, { parts, terminal, defaultCourse, signal }, (code) => {
    exitCode = code;
  });
  program
    .command('queue')
    .description('show what waits for staff, in order of need')
    .option('--all', 'what was put off too', false)
    .option('--for <login>', 'with notes on the reviews of a member of staff, for them alone')
    .option(...AS)
    .option('--course <dir>', 'the course', defaultCourse)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action(async (options: QueueOptions) => {
      exitCode = await queueCommand(options, parts, terminal);
    });
  command('serve', 'run the web process')
    .option('--with-worker', 'mark in the same process', false)
    .action(async (options: Common & { withWorker: boolean }) => {
      exitCode = await serveCommand(options, parts, terminal, signal);
    });
  command('worker', 'run a worker').action(async (options: Common) => {
    exitCode = await workerCommand(options, parts, terminal, signal);
  });
  command('demo', 'show the whole thing on this machine, with a stand-in for GitHub')
    .option('--once', 'end when every pull request has its decision', false)
    .option('--port <port>', 'port of the stand-in for GitHub (0: any free one)', count, 0)
    .action(async (options: Common & { once: boolean; port: number }) => {
      exitCode = await demoCommand(options, parts, terminal, signal);
    });
  command('doctor', 'check what Touchstone needs on this machine and say how to mend it').action(
    async (options: Common) => {
      exitCode = await doctorCommand(options, parts, terminal);
    },
  );
  command('images', 'build the sandbox images that the course needs').action(async (options: Common) => {
    exitCode = await imagesCommand(options, parts, terminal);
  });

  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exit.done;
      return asJson ? fail(usageError('usage.wrong', { detail: error.message }), true, terminal) : exit.usage;
    }
    if (signal.aborted && !(error instanceof TouchstoneError)) return exit.failed;
    return fail(error, asJson, terminal);
  }
}
