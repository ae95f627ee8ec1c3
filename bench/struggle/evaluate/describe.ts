import type { ForecastScore } from './forecast.ts';
import type { Score } from './score.ts';

const percent = (share: number | null): string => (share === null ? '-' : `${(100 * share).toFixed(1)} %`);
const rounded = (number: number | null): string => (number === null ? '-' : number.toFixed(1));

/** One line of figures. */
export function inShort(name: string, { recall, precision, lead, messages, verdicts }: Score): string {
  const not = (verdict: 'on leave' | 'waiting') => verdicts.get(verdict) ?? 0;
  return [
    name.padEnd(34),
    `recall ${percent(recall)}`.padEnd(16),
    `precision ${percent(precision)}`.padEnd(20),
    `lead ${rounded(lead)} days`.padEnd(16),
    `${messages.toFixed(2)} messages a learner`.padEnd(26),
    `${not('on leave')} on leave, ${not('waiting')} waiting`,
  ].join(' ');
}

/** What is behind the figures. */
export function inFull(score: Score): string[] {
  const list = (groups: ReadonlyMap<string, { found: number; all: number }>) =>
    [...groups]
      .toSorted(([, a], [, b]) => b.all - a.all)
      .map(([name, { found, all }]) => `    ${name.padEnd(48)} ${found} of ${all}`);
  const verdicts = [...score.verdicts].toSorted(([, a], [, b]) => b - a);
  return [
    `  lead where the plain rule spoke as well: ${rounded(score.both.lead)} days (${score.both.found}); troubles that it alone found: ${score.plainAlone}`,
    `  what was said: ${verdicts.map(([verdict, count]) => `${verdict} ${count}`).join(', ')}`,
    '  found, by what was the matter:',
    ...list(score.byCause),
    '  by what they do when they are stuck:',
    ...list(score.byStyle),
    '  by their week:',
    ...list(score.byRhythm),
    '  true, by signal:',
    ...list(score.bySignal),
  ];
}

export function forecastInShort(name: string, score: ForecastScore): string {
  return [
    name.padEnd(34),
    `${score.cases} cases`,
    `holds for ${percent(score.held)} of those who finished (${percent(score.early)} sooner, ${percent(score.late)} later)`,
    `${percent(score.heldOfAll)} of all who did not leave (${score.leftForGood} left)`,
    `width ${rounded(score.days)} days, ${percent(score.ofTheTime)} of the time it took`,
  ].join('; ');
}
