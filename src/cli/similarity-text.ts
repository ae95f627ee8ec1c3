import Table from 'cli-table3';
import { createColors } from 'picocolors';
import { cut as shortened, visibleLine } from '../domain/visible-text.ts';
import type { Findings, Group, Pair, Place } from '../similarity/findings.ts';
import type { Remark } from '../similarity/reading/remark.ts';
import type { Terminal } from './terminal.ts';

/** Places that are named of a pair or a group; the report has them all. */
const PLACES = 4;
const NAME = 40;

const name = (text: string): string => shortened(visibleLine(text), NAME);
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const lines = ({ file, start, end }: Place): string =>
  `${name(file)}:${start === end ? start : `${start}-${end}`}`;

/** The pairs that are shown: so many, or those above the cut. */
export const worthShowing = ({ pairs, cut }: Findings, top: number | undefined): readonly Pair[] =>
  top === undefined ? pairs.filter(({ score }) => score >= cut) : pairs.slice(0, top);

/** What was found, in words that say what is alike and not how it came to be so. */
export function similarityText(
  findings: Findings,
  { of, top }: { of: number; top: number | undefined },
  terminal: Terminal,
): string {
  const colors = createColors(terminal.outIsTerminal);
  const { cut, pairs, groups } = findings;
  const shown = worthShowing(findings, top);
  const above = pairs.filter(({ score }) => score >= cut).length;
  const parts = [
    shown.length === 0
      ? `${colors.green(`Of ${of} submissions, no two are so much alike that it is worth a talk.`)}\n`
      : pairsTable(shown, cut, colors),
    top !== undefined && above > shown.length ? `${above} pairs are above the cut of ${percent(cut)}.\n` : '',
    groups.length === 0 ? '' : groupsTable(groups),
    shown.length + groups.length === 0
      ? ''
      : 'What is alike can have many reasons: a lesson, a source, work side by side. It is worth a talk, and shows nothing more.\n',
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function pairsTable(pairs: readonly Pair[], cut: number, colors: ReturnType<typeof createColors>): string {
  const table = new Table({
    head: ['submission', 'and', 'alike', 'where'],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: [null, null, null, 56],
  });
  for (const { a, b, score, fragments } of pairs)
    table.push([
      name(a),
      name(b),
      score >= cut ? colors.bold(percent(score)) : percent(score),
      several(fragments.map((fragment) => `${lines(fragment.a)} and ${lines(fragment.b)}`)),
    ]);
  return `${table.toString()}\n`;
}

function groupsTable(groups: readonly Group[]): string {
  const table = new Table({
    head: ['what some share', 'who', 'how sure', 'where'],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: [36, 24, null, 44],
  });
  for (const { summary, members, score, places } of groups)
    table.push([
      visibleLine(summary),
      members.map(name).join(', '),
      percent(score),
      several(places.map((place) => `${name(place.member)} ${lines(place)}`)),
    ]);
  return `${table.toString()}\n`;
}

function several(texts: readonly string[]): string {
  const more = texts.length - PLACES;
  return [...texts.slice(0, PLACES), ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}

const SAYS = { 'left-out': 'Left out', 'read-as-words': 'Compared by its words alone' } as const;

/** What was not read as it should be: each reason once, with where. */
export function remarkLines(remarks: readonly (Remark & { submission: string | null })[]): string[] {
  const places = new Map<string, string[]>();
  for (const { submission, path, says, why } of remarks) {
    const reason = `${SAYS[says]}, as ${visibleLine(why)}`;
    const parts = [submission, path].filter((part) => part !== null).map(name);
    places.set(reason, [...(places.get(reason) ?? []), parts.join('/')]);
  }
  return [...places].map(([reason, where]) => `${reason}: ${listed(where)}`);
}

export const remarksText = (remarks: Parameters<typeof remarkLines>[0]): string =>
  remarkLines(remarks)
    .map((line) => `${line}\n`)
    .join('');

function listed(where: readonly string[]): string {
  const more = where.length - PLACES;
  return more > 0 ? `${where.slice(0, PLACES).join(', ')} and ${more} more` : where.join(', ');
}
