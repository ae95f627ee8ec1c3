import { describe, expect, test } from 'vitest';
import { counts, fileIn, readingStyle, rules } from './reading-style.ts';

const { read } = readingStyle();

describe('each tool finds what it is asked for', () => {
  test('and nothing in clean files', async () => {
    const asked = rules(
      'eslint/no-var',
      'eslint/no-undef',
      'eslint/@typescript-eslint/no-explicit-any',
      'ruff/F841',
      ['ruff/C901', { mccabe: { 'max-complexity': 2 } }],
      'html/no-dup-id',
      'css/block-no-empty',
    );
    const clean = {
      'a.js': 'export const a = 1;\nconsole.log(process.argv);\n',
      'b.ts': 'export const b = (x: number): number => x;\n',
      'c.py': 'def c(x):\n    return x\n',
      'd.html':
        '<!DOCTYPE html>\n<html lang="en"><head><title>d</title></head><body><p id="a">d</p></body></html>\n',
      'e.css': 'a { color: red; }\n',
    };
    const nothing = await read(clean, { rules: asked });
    expect(counts(nothing)).toEqual(Object.fromEntries(asked.map(({ rule }) => [rule, 0])));
    expect(nothing).toMatchObject({ unknownRules: [], duplication: null, attempts: [], leftOut: 0 });
    expect(nothing.files).toEqual(
      [
        ['a.js', 'JavaScript', 2],
        ['b.ts', 'TypeScript', 1],
        ['c.py', 'Python', 2],
        ['d.html', 'HTML', 2],
        ['e.css', 'CSS', 1],
      ].map(([path, language, lines]) => ({ path, language, lines, counted: true, why: null, unread: null })),
    );

    const found = await read(
      {
        'a.js': 'var a = 1;\n\nvar b = nothing;\n',
        'b.ts': 'export const b = (x: any): any => x;\n',
        'c.py': 'def c(x):\n    y = 1\n    if x:\n        if x > 1:\n            return 1\n    return x\n',
        'd.html': '<p id="a">\n  d</p><p id="a">e</p>\n',
        'e.css': 'a { color: red; }\nb {\n}\n',
      },
      { rules: asked },
    );
    expect(counts(found)).toEqual({
      'eslint/no-var': 2,
      'eslint/no-undef': 1,
      'eslint/@typescript-eslint/no-explicit-any': 2,
      'ruff/F841': 1,
      'ruff/C901': 1,
      'html/no-dup-id': 1,
      'css/block-no-empty': 1,
    });
    expect(
      found.rules.map(({ places: [place] }) => `${place?.file}:${place?.line}:${place?.column}`),
    ).toEqual(['a.js:1:1', 'a.js:3:9', 'b.ts:1:22', 'c.py:2:5', 'c.py:1:5', 'd.html:2:15', 'e.css:2:3']);
    expect(found.rules[0]?.places[0]?.message).toBe('Unexpected var, use let or const instead.');
    expect(fileIn(found, 'a.js')).toMatchObject({ counted: true, unread: null });
  });
});

describe('today’s languages are read', () => {
  test('whatever new syntax they have', async () => {
    const report = await read(
      {
        'page.jsx':
          'export const P = ({ a }) => <main className="x">{a ?? <b />}<></></main>;\nvar x = <P a={1} />;\n',
        'page.tsx':
          'export const P = <T,>({ a }: { a: T }) => <p>{String(a satisfies T)}</p>;\nvar x: any = <P<string> a="1" />;\n',
        'decorated.ts':
          '@sealed\nexport class A<const T extends string> {\n  @log() accessor a: any = 1;\n  constructor(private readonly b: T) {}\n}\nenum E { X }\nnamespace N { export var y = 1; }\n',
        'decorated.js': '@sealed\nexport class A {\n  @log() m() {}\n}\nvar a = 1;\n',
        'types.d.ts': 'declare module "x" {\n  export var a: any;\n}\n',
        'common.cjs': 'if (!module.parent) return;\nvar a = require("a");\n',
        'script.js': 'return 1;\nvar a;\n',
        'late.mjs':
          '#!/usr/bin/env node\nusing a = open();\nconst { b } = await import("./b.json", { with: { type: "json" } });\nvar c = /(?<x>a)|(?<x>b)/v;\nb ||= c;\n',
        'new.py':
          'type Pair[T] = tuple[T, T]\n\n\nclass Box[T]:\n    def get[S](self, s: S) -> S:\n        x = f"{", ".join([f"{s!r}"])}"\n        match s:\n            case [1, *rest] if rest:\n                return s\n        try:\n            pass\n        except* ValueError:\n            pass\n        return s\n',
        'nested.css': '.a { & .b { &:hover { } } @media (width > 1px) { color: red; } @layer x { c { } } }\n',
        'whole.html':
          '<!DOCTYPE html>\n<html lang="en"><head><title>x</title><style>a { } b { color: ; }</style></head>\n<body><script>var a = 1; // eslint-disable-line\n</script><p id="a">1</p><p id="a">2</p></body></html>\n',
      },
      {
        rules: rules(
          'eslint/no-var',
          'eslint/@typescript-eslint/no-explicit-any',
          'ruff/F841',
          'css/block-no-empty',
          'html/no-dup-id',
        ),
      },
    );
    expect(report.files.map(({ path, unread }) => [path, unread])).toEqual(
      report.files.map(({ path }) => [path, null]),
    );
    expect(report.files).toHaveLength(11);
    expect(
      report.rules.map(({ rule, places }) => [rule, places.map(({ file, line }) => `${file}:${line}`)]),
    ).toEqual([
      [
        'eslint/no-var',
        [
          'common.cjs:2',
          'decorated.js:5',
          'decorated.ts:7',
          'late.mjs:4',
          'page.jsx:2',
          'page.tsx:2',
          'script.js:2',
          'types.d.ts:2',
        ],
      ],
      ['eslint/@typescript-eslint/no-explicit-any', ['decorated.ts:3', 'page.tsx:2', 'types.d.ts:2']],
      ['ruff/F841', ['new.py:6']],
      ['css/block-no-empty', ['nested.css:1', 'nested.css:1']],
      // Styles and scripts within a page are left alone.
      ['html/no-dup-id', ['whole.html:4']],
    ]);
    expect(report.attempts).toEqual([]);
  });
});
