import { expect, test } from 'vitest';
import { fileIn, readingStyle } from './reading-style.ts';

const { read } = readingStyle();
const duplication = { leastTokens: 30 };

/** Ten lines, more than 30 tokens. */
const passage = (name: string): string =>
  `export function ${name}(items, tax) {
  let sum = 0;
  for (const item of items) {
    if (item.price > 0) {
      sum += item.price * item.count;
    }
  }
  const whole = Math.round(sum * (1 + tax) * 100);
  return whole / 100;
}
`;
const other = (count: number): string =>
  Array.from({ length: count }, (_, at) => `export const v${at} = ${'x'.repeat(at + 1)};\n`).join('');

test('what stands twice is found, whatever the marks around it say', async () => {
  const report = await read(
    {
      'a.js': `${passage('total')}${other(10)}`,
      'b.ts': `// jscpd:ignore-start\n${passage('total')}// jscpd:ignore-end\n`,
      'c.py': 'def c(x):\n    return x\n',
      'd.css': 'a { color: red; }\n',
    },
    { duplication },
  );
  expect(report.duplication?.clones).toHaveLength(1);
  const [clone] = report.duplication?.clones ?? [];
  expect(clone).toMatchObject({ a: { file: 'b.ts', start: 2 }, b: { file: 'a.js', start: 1 } });
  expect(clone?.lines).toBeGreaterThanOrEqual(9);
  // About 10 of 35 lines.
  expect(report.duplication?.percent).toBeGreaterThan(25);
  expect(report.duplication?.percent).toBeLessThan(33);
});

test('nothing is found in what says everything once, and nobody looks where nobody asks', async () => {
  const files = { 'a.js': passage('total'), 'b.js': other(20) };
  expect((await read(files, { duplication })).duplication).toEqual({ percent: 0, clones: [] });
  expect((await read({ ...files, 'c.js': passage('total') })).duplication).toBeNull();
});

test("what the starter says twice is nobody's, and what is copied from it is the submission's", async () => {
  const starter = { 'one.js': passage('total'), 'two.js': passage('total') };
  const same = await read({ ...starter, 'mine.js': other(5) }, { duplication }, starter);
  expect(same.duplication).toEqual({ percent: 0, clones: [] });

  const edited = await read(
    {
      'one.js': `${passage('total')}export const one = 1;\n`,
      'two.js': `${passage('total')}import 'two';\n`,
    },
    { duplication },
    starter,
  );
  expect(edited.duplication).toEqual({ percent: 0, clones: [] });

  const copied = await read({ ...starter, 'mine.js': passage('total') }, { duplication }, starter);
  expect(copied.duplication?.percent).toBeGreaterThan(80);
  expect(copied.duplication?.clones[0]).toMatchObject({ a: { file: 'mine.js' } });
});

test('of files that do not count nothing is compared, nor of what is too large', async () => {
  const report = await read(
    {
      'a.js': passage('total'),
      'vendor/b.js': passage('total'),
      'dist/c.js': passage('total'),
      'large.js': passage('total').repeat(5_500),
    },
    { duplication },
  );
  expect(report.duplication).toEqual({ percent: 0, clones: [] });
  expect(fileIn(report, 'large.js')?.unread).toBe('bytes');
});
