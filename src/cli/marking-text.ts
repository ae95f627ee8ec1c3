import Table from 'cli-table3';
import { createColors } from 'picocolors';
import { readableId } from '../domain/course/evidence.ts';
import type { Project } from '../domain/course/project.ts';
import type { CriterionResult, Evidence, Marking, StageResult } from '../domain/results.ts';
import { openStages } from '../domain/open-stages.ts';
import { unmarked } from '../domain/marked-text.ts';
import { visible, visibleLine } from '../domain/visible-text.ts';
import type { Terminal } from './terminal.ts';

type Colors = ReturnType<typeof createColors>;

const percent = (share: number) => `${Math.round(share * 100)} %`;

function headline(marking: Marking, colors: Colors): string {
  if (marking.untouchedStarter) {
    return colors.yellow('This is still the starter: the first change is yours to make.');
  }
  if (marking.partial) {
    return colors.cyan(
      'Practice: what the public tests say. A pull request that is ready for review decides.',
    );
  }
  switch (marking.decision) {
    case 'mastered':
      return colors.green('Mastered.');
    case 'awaiting-review':
      return colors.cyan('Awaiting review: the tests are met, now a person looks.');
    case 'not-yet':
    case null:
      return colors.yellow('Not yet.');
  }
}

function criterionRow(criterion: CriterionResult, colors: Colors): string[] {
  const passed = criterion.evidence.filter((item) => item.status === 'passed').length;
  return [
    criterion.met ? colors.green('met') : colors.yellow('not yet'),
    visible(criterion.title) + (criterion.essential ? colors.dim(' (essential)') : ''),
    `${passed} of ${criterion.evidence.length}`,
  ];
}

function stageTable(stage: StageResult, isLater: boolean, terminal: Terminal, colors: Colors): string {
  const width = Math.max(40, Math.min(terminal.columns, 110));
  const table = new Table({
    head: ['', 'criterion', 'shown by'],
    style: { head: [], border: [] },
    colWidths: [10, width - 10 - 10 - 4, 10],
    wordWrap: true,
  });
  table.push(...stage.criteria.map((criterion) => criterionRow(criterion, colors)));
  const asked = `${percent(stage.score)} reached, ${percent(stage.threshold)} asked for`;
  const head = `${colors.bold(stage.id)}: ${asked}`;
  return [isLater ? `${head} (for later: first make it work)` : head, table.toString()].join('\n');
}

function evidenceLines(item: Evidence, colors: Colors): string[] {
  const place =
    item.file === null ? '' : ` (${visibleLine(item.file)}${item.line === null ? '' : `:${item.line}`})`;
  return [
    `  ${colors.yellow('-')} ${visibleLine(readableId(item.id))}${place}`,
    ...(item.message === null ? [] : [`    ${visible(item.message)}`]),
    ...(item.expected === null ? [] : [`    expected: ${visibleLine(item.expected)}`]),
    ...(item.actual === null ? [] : [`    actual:   ${visibleLine(item.actual)}`]),
  ];
}

function attemptLines({ stages }: Marking): string[] {
  const attempts = stages.flatMap((stage) => stage.attempts ?? []);
  if (attempts.length === 0) return [];
  const said = attempts.map(({ file, line, what }) => {
    const place = line === null ? file : `${file}:${line}`;
    return `  - ${visibleLine(place)}: ${visibleLine(what)}`;
  });
  return [['What changed nothing about how this was read:', ...said].join('\n')];
}

function flakyLines({ stages }: Marking): string[] {
  const flaky = stages.flatMap((stage) => stage.flaky ?? []);
  if (flaky.length === 0) return [];
  const head =
    'For the author: these tests do not always pass on the solution either, and count as passed here:';
  return [[head, ...flaky.map((test) => `  - ${visibleLine(test)}`)].join('\n')];
}

/**
 * What a person reads after `touchstone mark`: the decision, a table of criteria a stage, the tests that did not pass,
 * and the next steps. Colours appear only where `terminal` is one.
 */
export function describeMarking(marking: Marking, project: Project, terminal: Terminal): string {
  const colors = createColors(terminal.outIsTerminal);
  const { now, later } = openStages(marking.stages);
  const missed = now
    .flatMap((stage) => stage.criteria)
    .flatMap((criterion) => criterion.evidence)
    .filter((item) => item.status !== 'passed');
  const blocks = [
    `${colors.bold(visible(project.rubric.title))}\n${headline(marking, colors)}`,
    ...marking.stages.map((stage) => stageTable(stage, later.includes(stage), terminal, colors)),
    ...(missed.length === 0
      ? []
      : [['What was seen:', ...missed.flatMap((item) => evidenceLines(item, colors))].join('\n')]),
    ...attemptLines(marking),
    ...flakyLines(marking),
    ...(marking.feedback.length === 0
      ? []
      : [
          [
            'Next:',
            ...marking.feedback.flatMap((item, index) => [
              `  ${index + 1}. ${colors.bold(unmarked(item.title))}`,
              `     ${unmarked(item.what)}`,
              `     Why: ${unmarked(item.why)}`,
              ...(item.next === '' ? [] : [`     ${unmarked(item.next)}`]),
              ...(item.read === null ? [] : [`     ${visible(item.read)}`]),
            ]),
          ].join('\n'),
        ]),
    ...(marking.dropped.length === 0
      ? []
      : [
          [
            'Left out of marking:',
            ...marking.dropped.map((file) => `  - ${visibleLine(file.path)}: ${visible(file.reason)}`),
          ].join('\n'),
        ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}
