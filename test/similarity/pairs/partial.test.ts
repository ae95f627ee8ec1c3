import { expect, test } from 'vitest';
import { compare } from '../../../src/similarity/compare.ts';
import { cohortOf, submission, TOP_WORDS } from '../top-words.ts';

const text = (login: string): string => TOP_WORDS[login] ?? '';
const best = (findings: ReturnType<typeof compare>) => findings.pairs[0];

test('a function that was renamed and taken over into other work is found, with where it is', async () => {
  const taken = text('gus')
    .slice(text('gus').indexOf('  let current'), text('gus').indexOf('  words.sort'))
    .replaceAll('current', 'piece')
    .replaceAll('words', 'bits')
    .replaceAll('sign', 'char')
    .replaceAll('isLetter', 'good');
  const kim = `${text('kim')}\nfunction split(text) {\n  const good = (c) => c > ' ';\n${taken}  return bits;\n}\n`;
  const found = compare(await cohortOf({ ...TOP_WORDS, kim }));
  expect([best(found)?.a, best(found)?.b]).toEqual(['gus', 'kim']);
  expect(best(found)?.score).toBeGreaterThan(found.cut);
  const [fragment] = best(found)?.fragments ?? [];
  const first = kim.split('\n').findIndex((line) => line.includes("let piece = ''")) + 1;
  expect(fragment?.b.start).toBeLessThanOrEqual(first + 2);
  expect(fragment?.b.end).toBeGreaterThanOrEqual(first + 8);
});

test('one file of many that was copied into another project is found', async () => {
  const own = Object.entries(TOP_WORDS);
  const projects = own.map(async ([login, top], at) => {
    const [, other = ''] = own[(at + 1) % own.length] ?? [];
    const mine = {
      [`${login}/top.js`]: top,
      [`${login}/page.js`]: `${other.replaceAll('topWords', 'page')}\n`,
    };
    const copied = ['ada', 'hana'].includes(login) ? { [`${login}/store.js`]: text('lena') } : {};
    return submission(login, { ...(login === 'ada' ? {} : mine), ...copied, [`${login}/own.js`]: top });
  });
  const found = compare({
    submissions: await Promise.all(projects),
    starter: [],
    history: [],
    background: [],
    idioms: [],
  });
  const pair = found.pairs.find(({ a, b }) => a === 'ada' && b === 'hana');
  expect(pair?.score).toBeGreaterThan(found.cut);
  expect(pair?.fragments.some(({ b }) => b.file === 'hana/store.js')).toBe(true);
});

test('an edit of what was given counts as little as what was given', async () => {
  const given = await submission('', { 'top-words.js': text('dev') });
  const edited = text('dev').replace('times: 1', 'times: 1, first: word');
  const texts = { ...TOP_WORDS, bob: `${edited}\n${text('bob')}`, elif: `${edited}\n${text('elif')}` };
  const found = compare(await cohortOf(texts, { starter: given.files }));
  expect(found.pairs.find(({ a, b }) => a === 'bob' && b === 'elif')?.score ?? 0).toBeLessThan(found.cut);
  expect(found.groups).toEqual([]);
});
