import Table from 'cli-table3';
import { createColors } from 'picocolors';
import type { DecisionName } from '../domain/course/decision.ts';
import { visibleLine } from '../domain/visible-text.ts';
import type { Done, RegradeCase } from '../regrade/regrade.ts';
import type { Terminal } from './terminal.ts';

const decisions: Record<DecisionName, string> = {
  mastered: 'mastered',
  'not-yet': 'not yet',
  'awaiting-review': 'awaiting review',
};
const nameOf = (decision: DecisionName | null): string =>
  decision === null ? 'no decision' : decisions[decision];

const doings: Record<Done, string> = {
  said: 'said on the pull request',
  'to-be-said': 'stored; a worker says it',
  recorded: 'recorded; the pull request is closed or has moved on',
  kept: 'noted for staff',
  busy: 'not applied: it is being marked, or said, at this moment; regrade again later',
  'moved-on': 'not applied: it has another decision by now; regrade again',
};

/** What an author reads after `touchstone course regrade`: a table of what there is to say, then how it adds up, and what to do. */
export function describeRegrade(
  cases: readonly RegradeCase[],
  { slug, apply }: { slug: string; apply: boolean },
  terminal: Terminal,
): string {
  const colors = createColors(terminal.outIsTerminal);
  const table = new Table({
    head: ['learner', 'pull request', 'then', 'now', 'what changes', ...(apply ? ['done'] : [])],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: [null, null, null, null, 50, ...(apply ? [30] : [])],
  });
  const shown = cases.filter(({ effect }) => effect !== 'same');
  for (const one of shown) {
    const { learner, pull } = one.submission;
    const who = [learner.login, `${pull.owner}/${pull.repo}#${pull.number}`].map(visibleLine);
    if ('problem' in one) {
      const what = one.effect === 'gone' ? 'cannot be fetched any more' : 'could not be marked';
      table.push([
        ...who,
        '',
        colors.yellow(what),
        visibleLine(one.problem.message),
        ...(apply ? ['nothing'] : []),
      ]);
      continue;
    }
    const { difference, effect, done } = one;
    const now = nameOf(difference.now);
    table.push([
      ...who,
      nameOf(difference.then),
      effect === 'keeps-mastery' ? colors.yellow(`keeps mastery, although ${now}`) : now,
      changesOf(one),
      ...(apply ? [done === null ? '' : doings[done]] : []),
    ]);
  }
  const lines = [sumOf(cases, colors), ...hint(cases, { slug, apply })];
  return `${[...(shown.length === 0 ? [] : [table.toString()]), lines.join('\n')].join('\n\n')}\n`;
}

function changesOf({ difference }: Extract<RegradeCase, { difference: unknown }>): string {
  const titles = (those: { title: string }[]): string =>
    those.map(({ title }) => visibleLine(title)).join('; ');
  const { noLongerMissed, newlyMissed } = difference;
  return [
    ...(noLongerMissed.length === 0 ? [] : [`no longer missed: ${titles(noLongerMissed)}`]),
    ...(newlyMissed.length === 0 ? [] : [`now missed: ${titles(newlyMissed)}`]),
    ...(noLongerMissed.length + newlyMissed.length === 0
      ? ['no criterion: the threshold, or who reviews']
      : []),
  ].join('\n');
}

function sumOf(cases: readonly RegradeCase[], colors: ReturnType<typeof createColors>): string {
  const count = (effect: RegradeCase['effect']) => cases.filter((one) => one.effect === effect).length;
  if (cases.length === 0) return 'Nothing of this project has been assessed yet.';
  if (count('same') === cases.length)
    return colors.green(`Nothing changes: all ${cases.length} come to the same.`);
  const decided = cases.filter(
    (one) => one.effect === 'changes' && one.difference.then !== one.difference.now,
  ).length;
  const parts: [number, string][] = [
    [decided, 'with another decision'],
    [count('changes') - decided, 'with the same decision for other reasons'],
    [count('keeps-mastery'), 'keep their mastery although the assessment now says otherwise'],
    [count('gone'), 'cannot be fetched any more'],
    [count('failed'), 'could not be marked'],
    [count('same'), 'as they were'],
  ];
  const said = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return `Of ${cases.length}: ${said.join(', ')}.`;
}

function hint(cases: readonly RegradeCase[], { slug, apply }: { slug: string; apply: boolean }): string[] {
  const worth = cases.some(({ effect }) => effect === 'changes' || effect === 'keeps-mastery');
  if (apply || !worth) return [];
  return [`Nothing was changed. To apply it: touchstone course regrade --project ${slug} --apply`];
}
