import { expect, test } from 'vitest';
import type { MeasureName } from '../../../src/domain/course/evidence.ts';
import { fileIn, measured, readingStyle } from './reading-style.ts';

const { read } = readingStyle();
const ALL: MeasureName[] = ['file-lines', 'function-lines', 'nesting', 'coupling', 'unrelated-parts'];
const NONE = { 'file-lines': 0, 'function-lines': 0, nesting: 0, coupling: 0, 'unrelated-parts': 0 };

const STARTER = {
  'long.js': `import './one.js';
import './two.js';
export function long(a) {
  if (a) {
    for (const b of a) b();
  }
  return [1].map((one) => {
    while (one) one.next();
  });
}
export class Two {
  a() { return this.x + 1; }
  b() { return this.y + 1; }
}
`,
  'long.py': `import long
from one import a
def long_one(a):
    if a:
        for b in a:
            b()
class Two:
    def a(self):
        return self.x + 1
    def b(self):
        return self.y + 1
`,
  'one.js': '',
  'two.js': '',
  'one.py': '',
};

test("what the starter has, and what is no worse than it was, is nobody's", async () => {
  const untouched = await read({ ...STARTER, 'mine.js': '\n' }, { measures: ALL }, STARTER);
  expect(measured(untouched)).toEqual(NONE);

  const edited = {
    ...STARTER,
    // Shorter by one line, moved, and spaced in another way; the callback is the starter's in the same words.
    'long.js': `${STARTER['long.js']
      .replace('    for (const b of a) b();\n', '    a();\n')
      .replace('export class Two {', 'export class Two { // mine\n')
      .replaceAll('\n', '\n\n')}\n`,
    'long.py': STARTER['long.py'].replace('            b()\n', '            print(b)\n'),
  };
  const same = await read(edited, { measures: ALL }, STARTER);
  expect(fileIn(same, 'long.js')).toMatchObject({ counted: true, unread: null });
  expect(measured(same)).toEqual(NONE);
});

test('what has become worse counts as a whole', async () => {
  const worse = {
    ...STARTER,
    'long.js': STARTER['long.js']
      .replace('b of a) b();', 'b of a) if (b) b();\n    b();')
      .replace('  b() {', '  c() { return this.z + 1; }\n  b() {')
      .replace('import', "import './mine.js';\nimport"),
    'long.py': STARTER['long.py'].replace('            b()\n', '            while b: b()\n            b()\n'),
    'mine.js': '',
  };
  const report = await read(worse, { measures: ALL }, STARTER);
  expect(
    report.measures.map(({ places }) => places.map(({ file, message }) => `${file} ${message}`)),
  ).toEqual([
    ['long.js this file has 17 lines of code', 'long.py this file has 12 lines of code'],
    [
      'long.js `long` has 8 lines of code',
      'long.py `long_one` has 5 lines of code',
      'long.js `Two.c` has 1 line of code',
    ],
    ['long.js `long` is nested 3 deep here', 'long.py `long_one` is nested 3 deep here'],
    ['long.js imports 3 modules of this project'],
    ['long.js `Two` has 3 parts that share nothing: `a`; `c`; `b`'],
  ]);
});

test('as the second part of a project it counts in full', async () => {
  const report = await read(STARTER, { measures: ALL });
  expect(measured(report)).toEqual({
    'file-lines': 14,
    'function-lines': 7,
    nesting: 2,
    coupling: 2,
    'unrelated-parts': 2,
  });
});

test('nothing that a submission says makes it any less', async () => {
  const faulty = `/* eslint-disable */ /* eslint max-depth: 0 */ // @ts-nocheck
/* istanbul ignore file */ /* @generated */ /* prettier-ignore */
export function a() {
  // eslint-disable-next-line
  if (1) { if (2) { if (3) a(); } }
}
`;
  const python = `# ruff: noqa
# type: ignore
# fmt: off
def a(): # noqa
    if 1:
        if 2: # pragma: no cover
            pass
`;
  const report = await read(
    {
      'a.js': faulty,
      'a.py': python,
      'b.txt': faulty.replaceAll('a()', 'b()'),
      'c.js': "import { b } from './b.txt';\n",
      'dist/a.js': faulty,
      'gen/a.js': faulty,
      'node_modules/a/index.js': faulty,
      'eslint.config.js': 'export default [{ ignores: ["**"] }];\n',
      'pyproject.toml': '[tool.ruff]\nexclude = ["*"]\n',
    },
    { measures: ['function-lines', 'nesting', 'coupling'], generated: ['gen/**'] },
  );
  expect(report.measures.map(({ places }) => places.map(({ file, value }) => [file, value]))).toEqual([
    [
      ['a.py', 4],
      ['a.js', 3],
      ['b.txt', 3],
    ],
    [
      ['a.js', 3],
      ['b.txt', 3],
      ['a.py', 2],
    ],
    [['c.js', 1]],
  ]);
});
