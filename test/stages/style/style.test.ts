import { describe, expect, test } from 'vitest';
import { projectOf, styling } from './styling.ts';

const look = styling();

const modern = { modern: [{ rule: 'eslint/no-var' }], tidy: [{ rule: 'eslint/no-unused-vars', most: 1 }] };
const measured = { modern: modern.modern, small: [{ measure: 'function-lines', most: 20 }] };
const clean = 'export const double = (n) => n * 2;\n';

describe('a rule', () => {
  test('that is kept to meets its criterion', async () => {
    const { result } = await look(projectOf(modern), { 'index.js': clean });
    expect(result).toMatchObject({ id: 'style', status: 'completed', score: 1, met: true });
  });

  test('that is broken many times is one item, with its number and its places', async () => {
    const { result } = await look(projectOf(modern), {
      'a.js': 'export var a = 1;\nexport var b = 2;\n',
      'b.js': '\nexport var c = 3;\n',
    });
    expect(result).toMatchObject({ score: 0.5, met: false });
    const [modernly] = result.criteria;
    expect(modernly).toMatchObject({ id: 'modern', met: false });
    expect(modernly?.evidence).toEqual([
      expect.objectContaining({
        id: 'eslint/no-var',
        status: 'failed',
        count: 3,
        file: 'a.js',
        line: 1,
        places: [
          expect.objectContaining({ file: 'a.js', line: 1 }),
          expect.objectContaining({ file: 'a.js', line: 2 }),
          expect.objectContaining({ file: 'b.js', line: 2 }),
        ],
      }),
    ]);
  });

  test('may be broken as often as the rubric says', async () => {
    const one = 'const a = 1;\n';
    const unused = (text: string) => look(projectOf({ tidy: modern.tidy }), { 'index.js': text });
    expect((await unused(one)).result.met).toBe(true);
    expect((await unused(`${one}const b = 2;\n`)).result.met).toBe(false);
  });

  test('that the starter broke already is nobody’s fault, unless the task is to mend it', async () => {
    const starter = { 'old.js': 'export var old = 1;\n' };
    const submission = { ...starter, 'index.js': clean };
    expect((await look(projectOf(modern, { starter }), submission)).result.met).toBe(true);
    const second = projectOf(modern, { starter, secondPartOf: 'first' });
    expect((await look(second, submission)).result.met).toBe(false);
    expect((await look(second, starter)).result.met).toBe(false);
  });

  test('does not count in files that the rubric calls generated', async () => {
    const submission = { 'index.js': clean, 'gen/parser.js': 'export var a = 1;\n' };
    expect((await look(projectOf(modern), submission)).result.met).toBe(false);
    expect((await look(projectOf(modern, { generated: ['gen/**'] }), submission)).result.met).toBe(true);
  });

  test('that no tool knows is the author’s mistake', async () => {
    const { findings } = await look(projectOf({ odd: [{ rule: 'eslint/no-such-rule' }] }), { 'a.js': clean });
    expect(findings).toMatchObject({ status: 'broken', audience: 'author', evidence: [] });
    expect(findings.reason).toContain('"eslint/no-such-rule"');
  });
});

describe('nothing is shown by nothing', () => {
  test('where there is no file of the language', async () => {
    const { result } = await look(projectOf({ web: [{ rule: 'html/no-dup-id' }] }), { 'index.js': clean });
    expect(result.met).toBe(false);
    expect(result.criteria[0]?.evidence[0]?.message).toBe('There is no HTML file here that could show this.');
  });

  test('where all is the starter’s', async () => {
    const starter = { 'index.js': clean };
    const { result } = await look(projectOf(modern, { starter }), starter);
    expect(result.met).toBe(false);
    expect(result.criteria[0]?.evidence[0]?.message).toContain('nothing of your own');
  });

  test('where all of the language is the starter’s, and the learner’s own is something else or empty', async () => {
    const starter = { 'index.js': clean };
    const submission = { ...starter, 'mine.css': 'a { color: red; }\n', 'mine.js': '' };
    const { result } = await look(projectOf(measured, { starter }), submission);
    expect(result.criteria.map(({ met }) => met)).toEqual([false, false]);
    for (const { evidence } of result.criteria) expect(evidence[0]?.message).toContain('nothing of your own');
  });

  test('where there is no program to measure', async () => {
    const { result } = await look(projectOf(measured), { 'mine.css': 'a { color: red; }\n' });
    expect(result.criteria[1]?.evidence[0]).toMatchObject({ id: 'function-lines', status: 'failed' });
  });

  test('but a style sheet with a mistake says nothing against a program', async () => {
    const { result } = await look(projectOf(measured), { 'index.js': clean, 'looks.css': 'a {' });
    expect(result.met).toBe(true);
  });

  test('where a file cannot be read, which is named', async () => {
    const { result } = await look(projectOf(modern), {
      'index.js': clean,
      'broken.js': 'export const = ;\n',
    });
    const [first] = result.criteria[0]?.evidence ?? [];
    expect(first).toMatchObject({ status: 'error', file: 'broken.js' });
    expect(first?.message).toContain('broken.js could not be read as JavaScript');
  });

  test.each([
    ['a line of 10 MB', `export const a = "${'x'.repeat(10_000_000)}";\n`],
    ['100,000 nested brackets', `export const a = ${'['.repeat(100_000)}${']'.repeat(100_000)};\n`],
    ['300,000 lines', 'f();\n'.repeat(300_000)],
  ])('where it is too much: %s', async (_what, text) => {
    const { result } = await look(projectOf(modern), { 'index.js': text });
    expect(result.met).toBe(false);
    expect(result.criteria[0]?.evidence[0]?.message).toMatch(/index\.js .*(too large|nested|too much)/);
  });
});

test('settings and comments of the submission change nothing, and are named', async () => {
  const faulty = 'export var a = 1;\n';
  const plain = await look(projectOf(modern), { 'index.js': faulty });
  const tricks = {
    'index.js': `/* eslint-disable */ ${faulty}`,
    'eslint.config.js': 'export default [];\n',
    '.eslintignore': '*\n',
    '.gitattributes': '*.js linguist-generated\n',
    '.jscpd.json': '{ "ignore": ["**"] }\n',
  };
  const tried = await look(projectOf(modern), tricks);
  const statuses = (of: typeof plain) =>
    of.result.criteria.map(({ evidence }) => evidence.map(({ id, status, count }) => [id, status, count]));
  expect(statuses(tried)).toEqual(statuses(plain));
  expect(plain.result.attempts).toBeUndefined();
  expect(tried.result.attempts?.map(({ file }) => file).toSorted()).toEqual(Object.keys(tricks).toSorted());
});
