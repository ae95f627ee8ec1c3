import { Option, type Command } from 'commander';
import { count } from './count.ts';
import { courseAgreementCommand, type CourseAgreementOptions } from './course-agreement.ts';
import { courseAssignCommand, type CourseAssignOptions } from './course-assign.ts';
import { courseCheckCommand, type CourseCheckOptions } from './course-check.ts';
import { courseGraphCommand, type CourseGraphOptions } from './course-graph.ts';
import { courseRegradeCommand, type CourseRegradeOptions } from './course-regrade.ts';
import { courseReleaseCommand, type CourseReleaseOptions } from './course-release.ts';
import type { Invocation } from './invocation.ts';
import { AS } from './viewer.ts';

/** `touchstone course ...`: what authors do. `done` is told each command's exit code. */
export function addCourseCommands(
  program: Command,
  { parts, terminal, defaultCourse, signal }: Omit<Invocation, 'argv'>,
  done: (exitCode: number) => void,
): void {
  const courseCommands = program.command('course').description('look at a course, as its author');
  courseCommands
    .command('check')
    .description('lint a course and dry-run its assessments')
    .argument('[dir]', 'the course', defaultCourse)
    .option('--lint', 'look at the files alone, and run nothing', false)
    .option('--mutants <n>', 'how many mutants of each first solution are tried at most; 0: none', count, 20)
    .option('--annotations', "print findings as GitHub's workflow commands too, on standard error", false)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      `
A mutant is a right answer with one small change, made by a tool. One that no test notices is shown as something to look
at: the change may be as right as what it takes the place of, so it changes nothing about the exit code.

Exit code:
  0  there is nothing to mend
  1  there is
  3  Touchstone failed, or was ended early

Example, as a step of a workflow on GitHub:
  npx touchstone course check . --annotations`,
    )
    .action(async (dir: string, options: Omit<CourseCheckOptions, 'dir'>) => {
      done(await courseCheckCommand({ dir, ...options }, parts, terminal, signal));
    });
  courseCommands
    .command('graph')
    .description('print which unit comes after which, for the whole course or for one learner')
    .option('--learner <login>', 'as it stands for this learner: what is mastered, open, waiting')
    .option('--course <dir>', 'the course', defaultCourse)
    .addOption(
      new Option('--format <format>', 'how to print; mermaid is what GitHub draws in Markdown')
        .choices(['text', 'json', 'mermaid', 'svg'])
        .default('text'),
    )
    .action(async (options: CourseGraphOptions) => {
      done(await courseGraphCommand(options, parts, terminal));
    });
  courseCommands
    .command('agreement')
    .description('show how far people and the marking agree on each project, and where they did not')
    .option(...AS)
    .option('--course <dir>', 'the course', defaultCourse)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action(async (options: CourseAgreementOptions) => {
      done(await courseAgreementCommand(options, parts, terminal));
    });
  courseCommands
    .command('assign')
    .description("say which of a unit's projects a learner gets: drawn by lot, and the same one each time")
    .argument('<unit>', "the unit's id")
    .argument('<learner>', "GitHub's number of the learner", count)
    .option('--not <slugs...>', 'projects of the unit that the learner has missed again and again', [])
    .option('--course <dir>', 'the course', defaultCourse)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action(async (unit: string, learner: number, options: Omit<CourseAssignOptions, 'unit' | 'learner'>) => {
      done(await courseAssignCommand({ unit, learner, ...options }, parts, terminal));
    });
  courseCommands
    .command('release')
    .description('offer a mended starter to those who are still at work on it, each by a pull request')
    .requiredOption('--project <slug>', 'whose starter was mended')
    .option('--course <dir>', 'the course', defaultCourse)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      `
Of the repositories that Touchstone has made. Doing it again offers nothing twice.

Exit code:
  0  everybody was offered it, has it, or has mastered the project
  2  wrong usage, unknown project, a missing setting or a course with an error
  3  it could not be offered in some repository; try again`,
    )
    .action(async (options: CourseReleaseOptions) => {
      done(await courseReleaseCommand(options, parts, terminal, signal));
    });
  courseCommands
    .command('regrade')
    .description('show whose decisions a mended assessment would change; with --apply, change them')
    .requiredOption('--project <slug>', 'which project of the course was mended')
    .option('--apply', 'store the new decisions and say them on the pull requests', false)
    .option('--course <dir>', 'the course', defaultCourse)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      `
Of each pull request the last commit that was assessed is marked again, with the same tests drawn and the same correctives
behind the learner. Mastery is never taken away: such a case is listed, and with --apply noted for staff.

Exit code:
  0  nothing would change, or everything is applied
  1  something would change; with --apply: something could not be applied at this moment
  2  wrong usage, unknown project, a missing setting or a course with an error
  3  Touchstone failed, was ended early, or could not mark some of the submissions`,
    )
    .action(async (options: CourseRegradeOptions) => {
      done(await courseRegradeCommand(options, parts, terminal, signal));
    });
}
