import { expect, test } from 'vitest';
import { compare } from '../../src/similarity/compare.ts';
import type { Cohort, Submission } from '../../src/similarity/cohort.ts';
import { read } from './reading/read.ts';

const TOTAL = `export function total(items, rate) {
  let sum = 0;
  for (const item of items) {
    if (item.price > 10 && item.kind !== 'gift') sum += item.price * item.count;
    else sum += item.count;
  }
  return 'Total: ' + sum * rate;
}
`;
const RENAMED = TOTAL.replaceAll('items', 'list').replaceAll('sum', 'all').replaceAll('rate', 'tax');
const OTHER = `const prices = (cart) => cart.map(({ price }) => price);
export const total = (cart) => prices(cart).reduce((a, b) => a + b, 0);
`;
const THIRD = `export class Cart {
  #lines = new Map();
  add(name, price) { this.#lines.set(name, price); return this; }
}
`;

async function submission(id: string, text: string): Promise<Submission> {
  return { id, files: (await read({ [`${id}.js`]: text })).files };
}

async function cohort(texts: Readonly<Record<string, string>>, rest: Partial<Cohort> = {}): Promise<Cohort> {
  const submissions = await Promise.all(Object.entries(texts).map(([id, text]) => submission(id, text)));
  return { submissions, starter: [], history: [], background: [], idioms: [], ...rest };
}

test('a renamed copy stands above the cut, with where it stands in each; nobody else does', async () => {
  const { pairs, cut } = compare(
    await cohort({ ada: TOTAL, bob: OTHER, cy: `// mine\n\n${RENAMED}`, di: THIRD }),
  );
  expect(pairs.filter(({ score }) => score >= cut)).toEqual([
    {
      a: 'ada',
      b: 'cy',
      score: expect.closeTo(1, 1) as number,
      fragments: [{ a: { file: 'ada.js', start: 1, end: 8 }, b: { file: 'cy.js', start: 3, end: 10 } }],
    },
  ]);
  for (const { score, fragments } of pairs) if (score < cut) expect(fragments).toEqual([]);
});

test('what the starter gave counts nothing', async () => {
  const { starter } = { starter: (await submission('starter', TOTAL)).files };
  const both = { ada: `${TOTAL}${OTHER}`, bob: `${TOTAL}${THIRD}` };
  const { pairs, cut } = compare(await cohort(both, { starter }));
  expect(pairs.filter(({ score }) => score >= cut)).toEqual([]);
});

test('the order in which submissions come changes nothing', async () => {
  const { submissions, ...rest } = await cohort({ ada: TOTAL, bob: OTHER, cy: RENAMED });
  const forth = compare({ submissions, ...rest });
  const back = compare({ submissions: submissions.toReversed(), ...rest });
  const scores = ({ pairs }: typeof forth) =>
    pairs.map(({ a, b, score }) => [[a, b].sort().join(), score] as const).sort();
  expect(scores(back)).toEqual(scores(forth));
});

test('of nothing there is nothing to say', async () => {
  expect(compare(await cohort({})).pairs).toEqual([]);
  expect(compare(await cohort({ ada: '', bob: '' })).pairs).toEqual([]);
});
