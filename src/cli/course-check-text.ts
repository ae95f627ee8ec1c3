import Table from 'cli-table3';
import { createColors } from 'picocolors';
import type { ProjectCheck } from '../course/check/check-course.ts';
import { describeFinding, type CourseFinding } from '../course/finding.ts';
import { visible } from '../domain/visible-text.ts';
import type { Terminal } from './terminal.ts';

/** What an author reads after `touchstone course check`: a table of the projects, then what to mend, line by line. */
export function describeCourseCheck(
  { projects, findings }: { projects: readonly ProjectCheck[]; findings: readonly CourseFinding[] },
  terminal: Terminal,
): string {
  const colors = createColors(terminal.outIsTerminal);
  const table = new Table({
    head: ['project', 'forms', 'solutions', 'starter', 'examples', 'variants caught', 'to mend'],
    style: { head: [], border: [] },
  });
  const share = ({ right, of }: { right: number; of: number }): string => {
    if (of === 0) return colors.dim('none');
    return right === of ? `${right} of ${of}` : colors.yellow(`${right} of ${of}`);
  };
  for (const { project, forms, solutions, starter, examples, variants, findings: count } of projects) {
    const begun = starter === 'not-yet' ? 'not yet' : colors.yellow(starter ?? 'no decision');
    const mend = count === 0 ? colors.green('nothing') : colors.yellow(String(count));
    table.push([project, String(forms), share(solutions), begun, share(examples), share(variants), mend]);
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
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** A finding as a workflow command: GitHub shows it beside its line. Its characters of meaning are escaped as GitHub asks for. */
export function githubAnnotation({
  level,
  file,
  line,
  column,
  message,
  found,
  expected,
}: CourseFinding): string {
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
