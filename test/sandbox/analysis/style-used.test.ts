import { describe, expect, test } from 'vitest';
import { counts, fileIn, measured, readingStyle, rules } from './reading-style.ts';

const { read } = readingStyle();
const RULES = rules('eslint/no-var', 'ruff/F841', 'css/block-no-empty');

const script = 'var a = 1;\nif (a) {\n  a += 1;\n}\n';
const python = 'def a(b):\n    c = b\n';

type Files = Record<string, string>;
const uses = (what: string, files: Files, kind: 'marker' | 'extension' | 'text') =>
  [what, files, kind] as const;

/** Each has one fault, in a place where no tool would look by itself. */
const hidden = [
  uses('imports from dist/', { 'a.js': "import './dist/b.js';\n", 'dist/b.js': script }, 'marker'),
  uses('imports from vendor/', { 'src/a.ts': "import '../vendor/b.ts';\n", 'vendor/b.ts': script }, 'marker'),
  uses('imports *.min.js', { 'a.js': "export * from './b.min.js';\n", 'b.min.js': script }, 'marker'),
  uses(
    'requires without an extension',
    { 'a.cjs': 'require(`./build`);\n', 'build/index.js': script },
    'marker',
  ),
  uses('escapes a letter', { 'a.js': "import './v\\u0065ndor/b.js';\n", 'vendor/b.js': script }, 'marker'),
  uses('makes a name', { 'a.js': "await import('./di' + 'st/b.js');\n", 'dist/b.js': script }, 'marker'),
  uses(
    'names it between apostrophes',
    { 'a.js': "/* don't */ import('./dist/b.js');\n", 'dist/b.js': script },
    'marker',
  ),
  uses(
    'is run by package.json',
    { 'a.js': 'let b;\n', 'package.json': '{ "bin": { "x": "./dist/b.js" } }', 'dist/b.js': script },
    'marker',
  ),
  uses(
    'imports a package in build/',
    { 'main.py': 'from build import lib\n', 'build/lib.py': python },
    'marker',
  ),
  uses(
    'imports over two lines',
    { 'main.py': 'import \\\n  vendor.lib\n', 'vendor/lib.py': python },
    'marker',
  ),
  uses(
    'changes sys.path',
    { 'main.py': "import sys\nsys.path.append('ven' + 'dor')\nimport lib\n", 'vendor/lib.py': python },
    'marker',
  ),
  uses(
    'links to a style sheet',
    { 'a.html': '<link rel="stylesheet" href=vendor/a.css>\n', 'vendor/a.css': 'a {}\n' },
    'marker',
  ),
  uses(
    'goes on in dist/',
    { 'a.js': "import './dist/b.js';\n", 'dist/b.js': "import './c.js';\n", 'dist/c.js': script },
    'marker',
  ),
  uses(
    'is run without an extension',
    { 'a.js': 'let b;\n', 'package.json': '{ "bin": "cli" }', cli: 'var a = 1;\n' },
    'extension',
  ),
  uses(
    'requires by another name',
    {
      'a.js': "import { createRequire } from 'node:module';\ncreateRequire(import.meta.url)('./notes.md');\n",
      'notes.md': script,
    },
    'extension',
  ),
  uses(
    'runs a file',
    { 'a.js': "new Function(readFileSync('no' + 'tes.md', 'utf8'))();\n", 'notes.md': script },
    'extension',
  ),
  uses(
    'runs a file of Python',
    { 'main.py': "exec(open('notes.md').read())\n", 'notes.md': python },
    'extension',
  ),
  uses(
    'loads a file of Python',
    { 'main.py': "import runpy\nrunpy.run_path('no' + 'tes.yml')\n", 'notes.yml': python },
    'extension',
  ),
  uses('runs a text', { 'a.js': '(0, eval)(`\nvar a = 1;\na += 1;\n`);\n' }, 'text'),
  uses('imports a text', { 'a.js': "await import('data:text/javascript,var%20a%20=%201;');\n" }, 'text'),
  uses(
    'imports a text in base64',
    { 'a.js': `await import('data:text/javascript;base64,${Buffer.from(script).toString('base64')}');\n` },
    'text',
  ),
  uses(
    'has a text run by another process',
    { 'a.js': "spawnSync('node', ['-e', 'var a = 1; console.log(a);']);\n" },
    'text',
  ),
  uses('runs a text of Python', { 'main.py': `exec("""\n${python}""")\n` }, 'text'),
];

describe('what a program uses is read wherever it is, and named', () => {
  test.each(hidden)('where it %s', async (_what, files, kind) => {
    const report = await read(files, { rules: RULES });
    expect(Object.values(counts(report)).reduce((sum, count) => sum + count, 0)).toBe(1);
    const kinds = new Set(report.attempts.map((attempt) => attempt.kind));
    expect([...kinds]).toEqual([kind]);
    const [first] = report.attempts;
    expect(fileIn(report, first?.file ?? '')).toMatchObject({ counted: true, why: null });
  });

  test('and so is a style sheet that is an address', async () => {
    const page = '<p>1</p>\n<link rel="stylesheet" href="data:text/css,a%20%7B%7D">\n';
    const sheet = `@import url(data:text/css;base64,${Buffer.from('b {}').toString('base64')});\na { color: red; }\n`;
    const report = await read({ 'a.html': page, 'a.css': sheet }, { rules: RULES });
    expect(report.rules[2]?.places.map(({ file, line }) => [file, line])).toEqual([
      ['a.css', 1],
      ['a.html', 2],
    ]);
    expect(report.attempts.map(({ kind, file }) => [kind, file])).toEqual([
      ['text', 'a.css'],
      ['text', 'a.html'],
    ]);
  });

  test('and what nobody can read keeps the rest from showing anything', async () => {
    const code = new Uint8Array([0xcb, 0x0d, 0x0d, 0x0a, 0, 0, 0, 0]);
    const report = await read(
      {
        'main.py': 'import lib\nimport importlib\n',
        'lib.pyc': code,
        '__pycache__/main.cpython-313.pyc': code,
      },
      { rules: RULES },
    );
    expect(report.files.map(({ path, counted, unread }) => [path, counted, unread])).toEqual([
      ['__pycache__/main.cpython-313.pyc', false, null],
      ['lib.pyc', true, 'syntax'],
      ['main.py', true, null],
    ]);
  });

  test('and measured, with the lines where it is', async () => {
    const report = await read(
      { 'a.js': '\nconst text = `\nfunction long() {\n  var a = 1;\n  return a;\n}\n`;\neval(text);\n' },
      { rules: RULES, measures: ['file-lines', 'function-lines'] },
    );
    expect(report.rules[0]?.places).toMatchObject([{ file: 'a.js', line: 4 }]);
    expect(measured(report)).toEqual({ 'file-lines': 7, 'function-lines': 4 });
    expect(report.attempts).toEqual([{ kind: 'text', file: 'a.js', line: 2, what: 'function long() {' }]);
  });

  test('but not what the rubric calls generated, nor packages', async () => {
    const report = await read(
      {
        'a.js': "import './gen/b.js';\nimport './node_modules/c/c.js';\neval('1');\n",
        'gen/b.js': script,
        'node_modules/c/c.js': script,
        'vendor/d.js': script,
      },
      { rules: RULES, generated: ['gen/**', 'vendor/**'] },
    );
    expect(counts(report)).toMatchObject({ 'eslint/no-var': 0 });
    expect(report.attempts).toEqual([]);
  });

  test('nor what lies about and is not used', async () => {
    const report = await read(
      {
        'src/main.ts':
          "import { f } from './cli.js';\n// Built into dist/cli.js.\nf('dist', 'coverage', /a/.exec('b'));\n",
        'src/cli.ts': 'export const f = (...a: unknown[]): unknown => a;\n',
        'eslint.config.js': "export default [{ ignores: ['dist', 'vendor/**'] }];\n",
        'package.json':
          '{ "files": ["dist"], "scripts": { "build": "tsc --outDir dist", "clean": "rm -rf dist" } }',
        'dist/cli.js': script,
        'dist/main.js': script,
        'vendor/x.js': script,
        'main.py': 'import json\nfrom re import compile\nbuild = json.loads("1")\n',
        'build/lib.py': python,
        'notes.txt': 'const a = 1;\n',
        'README.md': '# x\n\nimport a from "b";\n',
      },
      { rules: RULES },
    );
    expect(Object.values(counts(report))).toEqual([0, 0, 0]);
    expect(report.attempts.map(({ kind }) => kind)).toEqual(['configuration']);
  });

  test('nor data and words, even where texts are run', async () => {
    const report = await read(
      {
        'a.js':
          "eval('1 + 1');\nread('recipe.txt'); read('march.csv'); say('if you like, return the book to the shelf');\n",
        'main.py': "print(eval(input('What is to be added up? For example: 1 + 2 ')))\nopen('recipe.txt')\n",
        'recipe.txt': 'Pancakes\n\nfor each person:\nreturn to the pan\nimport eggs\nif hungry:\n',
        'march.csv': 'let,var\n1,2\n',
        'README.md': '# Shop\n\n```js\nvar a = 1;\n```\n',
        'shop.vue': '<script>\nvar a = 1;\n</script>\n',
      },
      { rules: RULES },
    );
    expect(Object.values(counts(report))).toEqual([0, 0, 0]);
    expect(report.attempts).toEqual([]);
  });
});

describe('a program of Python says itself what its bytes mean', () => {
  test('and is read so where its letters are letters', async () => {
    const latin = Buffer.from('# -*- coding: latin-1 -*-\ndef caf\xe9(b):\n    \xe9t\xe9 = b\n', 'latin1');
    const report = await read({ 'a.py': latin }, { rules: RULES });
    expect(fileIn(report, 'a.py')).toMatchObject({ unread: null });
    expect(counts(report)).toMatchObject({ 'ruff/F841': 1 });
  });

  test.each(['utf-7', 'unicode_escape', 'raw-unicode-escape'])(
    'and shows nothing where a comment may be a program: %s',
    async (coding) => {
      const report = await read(
        { 'a.py': `#!/bin/python\n# coding=${coding}\nprint(1)\n# \\u000ac = 1\n` },
        { rules: RULES },
      );
      expect(fileIn(report, 'a.py')).toMatchObject({ unread: 'syntax' });
      expect(report.attempts).toEqual([
        { kind: 'marker', file: 'a.py', line: 2, what: `# coding=${coding}` },
      ]);
    },
  );
});
