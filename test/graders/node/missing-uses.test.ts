import { describe, expect, test } from 'vitest';
import { testCalls } from '../../../graders/node/runner/missing/uses.ts';

// What the runner's image has, vitest brings along here too.
const parser = ['rolldown', 'parseAst'].join('/');
const { parseAst } = (await import(parser)) as { parseAst: (text: string, options: object) => unknown };

/** Titles of the tests that may use the export VALUE. */
function users(text: string): string[] {
  const lines = text.split('\n');
  const titles = testCalls(parseAst(text, { lang: 'ts' }), text, 'VALUE')
    .filter(({ uses }) => uses)
    .map(({ from }) => /'(\w+)'/.exec(lines[from - 1] ?? '')?.[1] ?? '');
  return [...new Set(titles)];
}

const load = "await submission.load('index.js')";

describe('the tests that may use a missing export', () => {
  test.each<[string, string, string[]]>([
    [
      'by its name',
      `const { VALUE, add } = ${load};\ntest('a', () => { ok(VALUE); });\ntest('b', () => { add(); });`,
      ['a'],
    ],
    [
      'by another name',
      `const { VALUE: v = 3 } = ${load};\ntest('a', () => { ok(v); });\ntest('b', () => {});`,
      ['a'],
    ],
    [
      'by a member',
      `const lib = ${load};\nconst v = lib.VALUE;\nit('a', () => { ok(v); });\nit('b', () => { lib.add(); });`,
      ['a'],
    ],
    [
      'by a helper of a helper',
      `const { VALUE } = ${load};\nconst one = () => VALUE;\nfunction two() { return one(); }\ntest('a', () => { two(); });\ntest('b', () => {});`,
      ['a'],
    ],
    [
      'by a table',
      `const { VALUE } = ${load};\nconst rows = [[1, VALUE]];\ntest.each(rows)('a', () => {});\ntest('b', () => {});`,
      ['a'],
    ],
    [
      'by a loop',
      `const { VALUE } = ${load};\nfor (const one of [VALUE])\ntest('a', () => { ok(one); });\ntest('b', () => {});`,
      ['a'],
    ],
    [
      'in a group',
      `const { VALUE } = ${load};\ndescribe('g', () => {\n test('a', () => { ok(VALUE); });\n test('b', () => {});\n});`,
      ['a'],
    ],
    [
      'in a subtest',
      `const { VALUE } = ${load};\ntest('a', async (t) => {\n await t.test('b', () => ok(VALUE));\n});\ntest('c', () => {});`,
      ['a', 'b'],
    ],
    [
      'by an import',
      "import { VALUE } from './lib.js';\ntest('a', () => { ok(VALUE); });\ntest('b', () => {});",
      ['a'],
    ],
    [
      'by what is set',
      `const { VALUE } = ${load};\nlet x;\nbefore(() => { x = VALUE; });\ntest('a', () => { ok(x); });\ntest('b', () => {});`,
      ['a'],
    ],
    ['nobody', `const { VALUE, add } = ${load};\ntest('a', () => { eq({ VALUE: add(1).VALUE }, 1); });`, []],
    [
      'any, where a hook uses it',
      `const { VALUE } = ${load};\nbeforeEach(() => { ok(VALUE); });\ntest('a', () => {});\ntest('b', () => {});`,
      ['a', 'b'],
    ],
    [
      'any, where it goes nobody knows where',
      `const { VALUE } = ${load};\nrows.push(VALUE);\ntest('a', () => {});`,
      ['a'],
    ],
    [
      'any, where the file does not read it',
      "import { helper } from './lib.js';\ntest('a', () => {});",
      ['a'],
    ],
  ])('%s', (_how, text, expected) => {
    expect(users(text)).toEqual(expected);
  });
});
