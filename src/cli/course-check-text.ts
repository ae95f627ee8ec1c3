import Table from 'cli-table3';
import { createColors } from 'picocolors';
import type { CourseCheck } from '../course/check/check-course.ts';
import type { Unnoticed } from '../course/check/mutants/judge-mutants.ts';
import { describeFinding, type CourseFinding } from '../course/finding.ts';
import { visible } from '../domain/visible-text.ts';
import type { Terminal } from './terminal.ts';

/** A finding, or what an author may want to look at although nothing may be wrong with it. */
type Annotated = Omit<CourseFinding, 'level'> & { level: CourseFinding['level'] | 'notice' };

/** What an author reads after `touchstone course check`: a table of the projects, what to mend, and what no test notices, line by line. */
export function describeCourseCheck(
  { projects, findings, unnoticed }: CourseCheck,
  terminal: Terminal,
): string {
  const colors = createColors(terminal.outIsTerminal);
  const table = new Table({
    head: [
      'project',
      'forms',
      'solutions',
      'starter',
      'examples',
      'variants caught',
      'mutants caught',
      'to mend',
    ],
    style: { head: [], border: [] },
  });
  const share = ({ right, of }: { right: number; of: number }): string => {
    if (of === 0) return colors.dim('none');
    return right === of ? `${right} of ${of}` : colors.yellow(`${right} of ${of}`);
  };
  for (const {
    project,
    forms,
    solutions,
    starter,
    examples,
    variants,
    mutants,
    findings: count,
  } of projects) {
    const begun = starter === 'not-yet' ? 'not yet' : colors.yellow(starter ?? 'no decision');
    const mend = count === 0 ? colors.green('nothing') : colors.yellow(String(count));
    const caught = [share(variants), share(mutants)];
    table.push([project, String(forms), share(solutions), begun, share(examples), ...caught, mend]);
  }
  const lines = findings.map((finding) => {
    const level = finding.level === 'error' ? colors.red('error') : colors.yellow('warning');
    return `${level} ${visible(describeFinding(finding))}`;
  });
  const blocks = [
    ...(projects.length === 0 ? [] : [table.toString()]),
    lines.length === 0
      ? colors.green('There is nothing to mend.')
      : [`To mend (${lines.length}):`, ...lines].join('\n'),
    ...(unnoticed.length === 0 ? [] : [describeUnnoticed(unnoticed)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function describeUnnoticed(unnoticed: readonly Unnoticed[]): string {
  return [
    `To look at (${unnoticed.length}): small changes of right answers that nothing notices. Where the work is as right with one, all is well; where it is not, a test is missing.`,
    ...unnoticed.map((change) => visible(describeFinding(asRemark(change)))),
  ].join('\n');
}

/** What no test notices, as something to look at. */
export function asRemark({ file, line, column, message }: Unnoticed): Annotated {
  return { level: 'notice', file, line, column, message, found: null, expected: null };
}

/** A finding as a workflow command: GitHub shows it beside its line. Its characters of meaning are escaped as GitHub asks for. */
export function githubAnnotation({ level, file, line, column, message, found, expected }: Annotated): string {
  const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const notes = [
    ...(found === null ? [] : [`found ${found}`]),
    ...(expected === null ? [] : [`expected ${expected}`]),
  ];
  const text = `${message}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
  return `::${level} file=${property(file)},line=${line},col=${column},title=Touchstone::${data(text)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
