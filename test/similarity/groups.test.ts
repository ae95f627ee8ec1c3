import { describe, expect, test } from 'vitest';
import { compare } from '../../src/similarity/compare.ts';
import { cohortOf, submission, TOP_WORDS } from './top-words.ts';

/** What one has shown to others: it works, and nobody would think of it twice. */
const ODD = `function settle(list) {
  let guard = 0;
  while (guard++ < 99 && JSON.stringify(list) !== JSON.stringify([...list].sort())) {
    list = JSON.parse(JSON.stringify([...list].sort()));
  }
  return list.map((item) => String.fromCharCode(...[...item].map((sign) => sign.charCodeAt(0) ^ 0)));
}
`;
const RENAMED = ODD.replaceAll('settle', 'tidy')
  .replaceAll('list', 'things')
  .replaceAll('guard', 'limit')
  .replaceAll('sign', 'c');
const REWRITTEN = `const arrange = (values) => {
  for (let turns = 0; turns < 99; turns += 1) {
    if (JSON.stringify(values) === JSON.stringify([...values].sort())) break;
    values = JSON.parse(JSON.stringify([...values].sort()));
  }
  return values.map((one) => String.fromCharCode(...[...one].map((ch) => ch.charCodeAt(0) ^ 0)));
};
`;
const text = (login: string): string => TOP_WORDS[login] ?? '';
const SPREAD = {
  ...TOP_WORDS,
  bob: `${ODD}\n${text('bob')}`,
  elif: `${text('elif')}\n${RENAMED}`,
  ivo: `${text('ivo')}\n${REWRITTEN}`,
  lena: `${RENAMED}\n${text('lena')}`,
};
const spreaders = ['bob', 'elif', 'ivo', 'lena'];

test('something odd that a few share is one finding, with where it stands in each', async () => {
  const { groups } = compare(await cohortOf(SPREAD));
  expect(groups).toHaveLength(1);
  const [group] = groups;
  expect([...(group?.members ?? [])].sort()).toEqual(spreaders);
  const places = Object.fromEntries((group?.places ?? []).map(({ member, ...place }) => [member, place]));
  expect(places['bob']?.start).toBe(1);
  expect(places['bob']?.end).toBeGreaterThanOrEqual(6);
  const before = text('elif').split('\n').length;
  expect(places['elif']?.start).toBeGreaterThanOrEqual(before);
  expect(places['elif']?.start).toBeLessThanOrEqual(before + 2);
});

test('where nothing is odd nothing is said', async () => {
  expect(compare(await cohortOf(TOP_WORDS)).groups).toEqual([]);
});

describe('what is known from elsewhere is not odd', () => {
  test('in what everybody was given', async () => {
    const { files } = await submission('', { 'settle.js': ODD });
    expect(compare(await cohortOf(SPREAD, { starter: files })).groups).toEqual([]);
  });

  test('in earlier cohorts, or in other projects', async () => {
    const known = await Promise.all(
      ['x', 'y', 'z'].map((id) =>
        submission(id, { 'a.js': `${ODD}\nexport const ${id} = () => settle([1]);` }),
      ),
    );
    expect(compare(await cohortOf(SPREAD, { history: known })).groups).toEqual([]);
    expect(compare(await cohortOf(SPREAD, { background: known })).groups).toEqual([]);
  });

  test('where most do it', async () => {
    const all = Object.fromEntries(
      Object.entries(TOP_WORDS).map(([login, own]) => [login, `${own}\n${ODD}`]),
    );
    expect(compare(await cohortOf(all)).groups).toEqual([]);
  });
});

test('the order in which submissions come changes nothing', async () => {
  const { submissions, ...rest } = await cohortOf(SPREAD);
  const { groups } = compare({ submissions: submissions.toReversed(), ...rest });
  expect(groups).toEqual(compare({ submissions, ...rest }).groups);
});

test('names and files that a few share are one finding, however their code differs', async () => {
  const odd = (own: string, at: number): Record<string, string> => ({
    'top-words.js': own,
    'wordsmithery/grinder.js': [
      `export const flapjack = ${String(at)};`,
      `export const gizmoTally = (${'x'.repeat(at + 1)}) => [...${'x'.repeat(at + 1)}].length * ${String(at * 7)};`,
      `export const noodleFactor = (wibbleRoom) => wibbleRoom.frobnicate(${String(at)}).unfurlAll;`,
      `export class BlorpKeeper { snargle = 'too wordy for the grinder'; }`,
      `export const wobbleRate = ${String(at * 3)}, kerfuffles = new Set(), dawdleFor = 'a fortnight or so';`,
      `export function quibbleOver() { return '${'y'.repeat(at)}'; }`,
    ]
      .toSorted((a, b) => a.length * (at % 2 ? 1 : -1) - b.length * (at % 2 ? 1 : -1))
      .join('\n'),
  });
  const all = Object.entries(TOP_WORDS).map(([login, own], at) =>
    submission(login, ['cleo', 'gus', 'kim'].includes(login) ? odd(own, at) : { 'top-words.js': own }),
  );
  const submissions = await Promise.all(all);
  const { groups } = compare({ submissions, starter: [], history: [], background: [], idioms: [] });
  expect(groups.map(({ members }) => members.toSorted())).toEqual([['cleo', 'gus', 'kim']]);
  expect(groups[0]?.places.map(({ file }) => file)).toContain('wordsmithery/grinder.js');
});
