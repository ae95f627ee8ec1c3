import { expect, test } from 'vitest';
import type { MeasureName } from '../../../src/domain/course/evidence.ts';
import { placesAbove } from '../../../src/sandbox/analysis/style.ts';
import { measured, readingStyle } from './reading-style.ts';

const { read } = readingStyle();
const ALL: MeasureName[] = [
  'file-lines',
  'function-lines',
  'nesting',
  'coupling',
  'import-cycles',
  'unrelated-parts',
  'duplication',
];

const JAVASCRIPT = `// A comment, and a blank line.

/* Another
   one. */
import { b } from './b.js';

export function outer(items) { // here
  const text = \`one

three\`;
  const inner = () => {
    return b(text);
  };
  return items.map((item) => {
    if (item.a) {
      return inner();
    } else if (item.b) {
      for (const part of item.b) {
        while (part) part.next();
      }
    } else {
      if (item.c) return 1;
    }
    return 2;
  });
}

export const short = (a) =>
  a;
`;

test('lines are those with code, and a function within a function is counted by itself', async () => {
  const report = await read(
    { 'a.js': JAVASCRIPT },
    { measures: ['file-lines', 'function-lines', 'nesting'] },
  );
  expect(report.measures).toEqual([
    {
      measure: 'file-lines',
      value: 22,
      places: [{ file: 'a.js', line: 1, column: 1, value: 22, message: 'this file has 22 lines of code' }],
    },
    {
      measure: 'function-lines',
      value: 12,
      places: [
        {
          file: 'a.js',
          line: 14,
          column: 20,
          value: 12,
          message: 'a function that `items.map` is given has 12 lines of code',
        },
        { file: 'a.js', line: 7, column: 8, value: 8, message: '`outer` has 8 lines of code' },
        { file: 'a.js', line: 11, column: 17, value: 3, message: '`inner` has 3 lines of code' },
        { file: 'a.js', line: 28, column: 22, value: 2, message: '`short` has 2 lines of code' },
      ],
    },
    {
      measure: 'nesting',
      value: 3,
      places: [
        {
          file: 'a.js',
          line: 19,
          column: 1,
          value: 3,
          message: 'a function that `items.map` is given is nested 3 deep here',
        },
      ],
    },
  ]);
});

test('nothing is measured where nobody asks, nor of other languages', async () => {
  const files = { 'a.js': JAVASCRIPT, 'a.html': '<p>a</p>\n', 'a.css': 'a {\n}\n' };
  expect((await read(files)).measures).toEqual([]);
  const others = await read({ 'a.html': '<p>a</p>\n', 'a.css': 'a {\n}\n' }, { measures: ALL });
  expect(measured(others)).toEqual(Object.fromEntries(ALL.map((name) => [name, 0])));
  expect(others.measures.map(({ measure }) => measure)).toEqual(ALL);
});

test('TypeScript and JSX are measured by what is written, types and comments in braces apart', async () => {
  const report = await read(
    {
      'a.tsx': `export function Page({ items }: { items: string[] }) {
  return (
    <main>
      {/* nothing */}

      <p>
        some text

        more text
      </p>
      {items.map((item) => <b key={item}>{item}</b>)}
    </main>
  );
}
`,
      'b.ts': `export class Shelf<T> {
  declare items: T[];
  @log find = (name: string): T | null => {
    try {
      switch (name) {
        case 'a':
          do { name += 'a'; } while (name.length < 3);
      }
    } catch {
      if (name) return null;
    }
    return null;
  };
  static {
    for (const a in {}) for (const b of []) if (a) b();
  }
  abstract(): void;
  abstract(): void {
  }
}
`,
    },
    { measures: ['file-lines', 'function-lines', 'nesting'] },
  );
  expect(measured(report)).toEqual({ 'file-lines': 20, 'function-lines': 11, nesting: 3 });
  expect(report.measures.map(({ places }) => places.map(({ message }) => message))).toEqual([
    ['this file has 20 lines of code', 'this file has 11 lines of code'],
    [
      '`Page` has 11 lines of code',
      '`Shelf.find` has 11 lines of code',
      '`Shelf.static` has 3 lines of code',
      '`Shelf.abstract` has 2 lines of code',
      'a function that `items.map` is given has 1 line of code',
    ],
    ['`Shelf.find` is nested 3 deep here', '`Shelf.static` is nested 3 deep here'],
  ]);
});

test('Python is measured in the same way, and documentation is no code', async () => {
  const report = await read(
    {
      'a.py': `"""What this is
about."""
import os  # here

class Cart:
    """A cart."""

    limit: int = 3

    @decorated
    async def add(self, *items):
        """Adds.

        More."""
        text = """one

three"""
        def inner():
            return \\
                text
        for item in items:
            if item:
                pass
            elif text:
                with open(item) as file:
                    match file:
                        case 1: pass
            else:
                while True: pass
        return [i for i in items if i], lambda: 3

if os.name:
    for a in os.environ:
        try:
            print(a)
        finally:
            print()
`,
    },
    { measures: ['file-lines', 'function-lines', 'nesting'] },
  );
  expect(measured(report)).toEqual({ 'file-lines': 26, 'function-lines': 13, nesting: 4 });
  expect(
    report.measures.map(({ places }) => places.map(({ line, message }) => `${line} ${message}`)),
  ).toEqual([
    ['1 this file has 26 lines of code'],
    ['11 `Cart.add` has 13 lines of code', '18 `inner` has 3 lines of code'],
    ['26 `Cart.add` is nested 4 deep here', '34 the code outside of functions is nested 3 deep here'],
  ]);
});

test('duplication is the percentage that is looked for anyway', async () => {
  const passage = Array.from({ length: 12 }, (_, at) => `export const v${at} = f(${at}) + ${at};\n`).join('');
  const report = await read({ 'a.js': passage, 'b.js': passage }, { measures: ['duplication'] });
  expect(report.duplication?.percent).toBe(50);
  const [found] = report.measures;
  expect(found).toEqual({
    measure: 'duplication',
    value: 50,
    places: [
      {
        file: 'b.js',
        line: 1,
        column: 1,
        value: null,
        message: 'lines 1 to 12 repeat lines 1 to 12 of `a.js`',
      },
    ],
  });
  expect(found === undefined ? [] : placesAbove(found, 5)).toHaveLength(1);
});

test('only places that are above what may be are a matter of the learner', async () => {
  const report = await read(
    { 'a.js': 'function a() {\n  return 1;\n}\nfunction b() { return 1; }\n' },
    { measures: ['function-lines'] },
  );
  const [found] = report.measures;
  if (found === undefined) throw new Error('nothing was measured');
  expect(found.places.map(({ value }) => value)).toEqual([3, 1]);
  expect(placesAbove(found, 2).map(({ value }) => value)).toEqual([3]);
  expect(placesAbove(found, 3)).toEqual([]);
});

test('a long line with many things in it counts as the lines that it would fill', async () => {
  const report = await read(
    {
      'one.js': `export function f() { ${'console.log(1); '.repeat(60)} }\n`,
      'text.js': `export const text = '${'long '.repeat(100)}';\n`,
      'one.py': `def f():\n    ${'print(1); '.repeat(60)}print(2)\n`,
    },
    { measures: ['file-lines', 'function-lines'] },
  );
  const [ofFiles, ofFunctions] = report.measures;
  // 60 times 15 characters of code, and 60 times 9.
  expect(ofFiles?.places.map(({ file, value }) => [file, value])).toEqual([
    ['one.js', 8],
    ['one.py', 6],
    ['text.js', 1],
  ]);
  expect(ofFunctions?.places.map(({ file, value }) => [file, value])).toEqual([
    ['one.js', 8],
    ['one.py', 6],
  ]);
});
