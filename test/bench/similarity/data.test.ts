import { describe, expect, test } from 'vitest';
import { fenced, unfenced } from '../../../bench/similarity/data/groups/spans.ts';
import { randomFrom } from '../../../bench/similarity/data/random.ts';
import { likeness, parses, tokensOf } from '../../../bench/similarity/data/reading.ts';
import { DEV_KINDS } from '../../../bench/similarity/data/rewrite/dev-kinds.ts';
import { HELD_KINDS } from '../../../bench/similarity/data/rewrite/held-kinds.ts';
import { relaid } from '../../../bench/similarity/data/rewrite/layout.ts';
import { renamed } from '../../../bench/similarity/data/rewrite/rename.ts';
import { restructured } from '../../../bench/similarity/data/rewrite/structure.ts';

const PROGRAM = `export const totals = (rows, { tax }) => {
  let sum = 0;
  for (const row of rows) {
    if (row.price > 10) {
      sum += row.price * tax;
    } else {
      sum += row.price;
    }
  }
  return { sum, tax };
};
`;

const file = 'totals.js';

/** What the program exports, run. */
const run = async (text: string): Promise<unknown> => {
  const module = (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as {
    totals: (...given: unknown[]) => unknown;
  };
  return module.totals([{ price: 20 }, { price: 5 }], { tax: 2 });
};

describe('what copies are made with', () => {
  test('renames what is the author’s and leaves what others call and what properties are', async () => {
    const text = renamed({ [file]: PROGRAM }, new Set(), randomFrom('a'))[file] ?? '';
    expect(text).not.toContain('rows');
    expect(await run(text)).toEqual({ sum: 45, tax: 2 });
  });

  test.each([
    ['one half', DEV_KINDS],
    ['the other half', HELD_KINDS],
  ])('rewrites the structure for %s without changing what is computed', async (_, kinds) => {
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const random = randomFrom(seed);
      const text = restructured(PROGRAM, file, { kinds, share: 1, random });
      expect(parses(text, file)).toBe(true);
      expect(await run(text)).toEqual({ sum: 45, tax: 2 });
    }
  });

  test('sets out anew with the same tokens', async () => {
    const text = await relaid(PROGRAM, file, randomFrom('layout'));
    expect(likeness(tokensOf(text, file), tokensOf(PROGRAM, file))).toBeGreaterThan(0.9);
  });

  test('finds what it planted, on lines counted from 1, and takes the fences away', () => {
    const inner = fenced('b();', '1', '//');
    const { files, spans } = unfenced({ [file]: `a();\n${inner}\n${fenced('c();\nd();', '2', '//')}\n` });
    expect(files).toEqual({ [file]: 'a();\nb();\nc();\nd();\n' });
    expect(Object.fromEntries(spans)).toEqual({
      1: { file, start: 2, end: 2 },
      2: { file, start: 3, end: 4 },
    });
  });

  test('chooses the same for the same seed', () => {
    const draw = (seed: string) => Array.from({ length: 5 }, randomFrom(seed).next);
    expect(draw('one')).toEqual(draw('one'));
    expect(draw('one')).not.toEqual(draw('two'));
  });
});
