import { describe, expect, test } from 'vitest';
import { MeasureName } from '../../../src/domain/course/evidence.ts';
import type { StyleUnread } from '../../../src/sandbox/analysis/style.ts';
import { counts, fileIn, readingStyle, rules } from './reading-style.ts';

const { read } = readingStyle();
const repeat = (piece: string, count: number): string => piece.repeat(count);
const nested = (open: string, close: string, count: number): string =>
  repeat(open, count) + repeat(close, count);

/** What a file may do to its tool, and what may be said of it then. */
const HOSTILE: Record<string, [content: string | Uint8Array, unread: (StyleUnread | null)[]]> = {
  'line-10-mb.js': [`const a = '${repeat('x', 10_000_000)}';`, ['bytes']],
  'line-10-mb.py': [`a = '${repeat('x', 10_000_000)}'`, ['bytes']],
  'long-line.css': [`a { color: ${repeat('x', 200_000)} }`, ['line-length']],
  'lines-300000.js': [repeat('a;\n', 300_000), ['lines']],
  'lines-300000.py': [repeat('a\n', 300_000), ['lines']],
  'lines-300000.html': [repeat('a\n', 300_000), ['lines']],
  'lines-300000.ts': [repeat('a;\n', 300_000), ['lines']],
  'brackets.js': [nested('[\n', ']', 49_000), ['nesting', 'crash']],
  'brackets-100000.js': [nested('[', ']', 49_000), ['nesting', 'crash']],
  'brackets.ts': [nested('[\n', ']', 49_000), ['nesting', 'crash']],
  'elements.tsx': [nested('<a>\n', '</a>', 20_000), ['nesting', 'crash']],
  'brackets.py': [nested('[', ']', 49_000), ['nesting', 'crash']],
  'elements.html': [nested('<div>\n', '</div>', 15_000), ['nesting', 'crash', 'time', 'memory']],
  'braces.css': [nested('a{\n', '}', 30_000), ['nesting', 'crash', 'time', null]],
  'wrong.js': ['let a = ;\n', ['syntax']],
  'wrong.py': ['def (:\n', ['syntax']],
  'wrong.html': ['<p', ['syntax']],
  'wrong.css': ['a {', ['syntax']],
  'utf16.js': [new Uint8Array(Buffer.from('\ufeffvar a = 1;\n', 'utf16le')), ['syntax']],
};

describe('a file that is made to hurt its tool', () => {
  test('costs its own result alone, and ends in a plain word', async () => {
    const hostile = Object.fromEntries(Object.entries(HOSTILE).map(([path, [content]]) => [path, content]));
    const report = await read(
      {
        ...hostile,
        'aaa.js': 'var a = 1;\n',
        'zzz.js': 'var z = 1;\n',
        'zzz.py': 'def a(b):\n    c = b\n',
        'zzz.html': '<p id="a">1</p><p id="a">2</p>\n',
        'zzz.css': 'a {}\n',
      },
      {
        rules: rules('eslint/no-var', 'ruff/F841', 'html/no-dup-id', 'css/block-no-empty'),
        duplication: { leastTokens: 50 },
        measures: MeasureName.options,
      },
    );
    for (const [path, [, unread]] of Object.entries(HOSTILE))
      expect(unread, path).toContain(fileIn(report, path)?.unread);
    for (const path of ['aaa.js', 'zzz.js', 'zzz.py', 'zzz.html', 'zzz.css'])
      expect(fileIn(report, path), path).toMatchObject({ counted: true, unread: null });
    expect(counts(report)).toMatchObject({ 'eslint/no-var': 2, 'ruff/F841': 1, 'html/no-dup-id': 1 });
    expect(report.rules[3]?.places.some(({ file }) => file === 'zzz.css')).toBe(true);
    // What cannot be read is not short.
    expect(report.measures.find(({ measure }) => measure === 'file-lines')?.places[0]?.value).toBe(300_000);
    expect(report.measures.find(({ measure }) => measure === 'function-lines')?.places).toMatchObject([
      { file: 'zzz.py', value: 2 },
    ]);
  });

  test('is measured as far as it can be read', async () => {
    const files: Record<string, string> = {
      'aaa.js': 'function a() {\n  if (1) a();\n}\n',
      'bbb.py': 'def a():\n    if 1:\n        a()\n',
      'classes.js': nested('class A { a() { this.b; } c = ', '1 }', 2_000),
      'functions.js': nested('() => {\n', '}', 1_500),
      'functions.ts': nested('function a() {\n', '}', 1_500),
      'ifs.js': nested('if (1) {\n', '}', 1_000),
      'else-ifs.js': `if (1) {}\n${repeat('else if (1) {}\n', 1_500)}`,
      'members.js': `a${repeat('.a', 40_000)};\n`,
      'sums.py': `a = 1${repeat(' + 1', 10_000)}\n`,
      'ifs.py':
        Array.from({ length: 90 }, (_, at) => `${repeat(' ', at)}if 1:\n`).join('') +
        `${repeat(' ', 90)}a()\n`,
      'elifs.py': `if 1: pass\n${repeat('elif 1: pass\n', 10_000)}`,
      'imports.js': Array.from({ length: 5_000 }, (_, at) => `import './${at}.js';\n`).join(''),
      'imports.py': `from . import ${Array.from({ length: 10_000 }, (_, at) => `a${at}`).join(', ')}\n`,
      'methods.js': `class A {${Array.from({ length: 5_000 }, (_, at) => `m${at}() { this.m${at + 1}(); }\n`).join('')}}\n`,
      'methods.py': `class A:\n${Array.from({ length: 5_000 }, (_, at) => ` def m${at}(self): self.m${at + 1}()\n`).join('')}`,
    };
    const measures = MeasureName.options.filter((name) => name !== 'duplication');
    const report = await read(files, { measures });
    for (const { path, unread } of report.files)
      expect([null, 'nesting', 'crash', 'time', 'memory'], path).toContain(unread);
    for (const path of ['aaa.js', 'bbb.py', 'imports.js', 'methods.js', 'elifs.py'])
      expect(fileIn(report, path), path).toMatchObject({ unread: null });
    const coupling = report.measures.find(({ measure }) => measure === 'coupling');
    expect(coupling?.places[0]).toMatchObject({ file: 'imports.js', value: 4_500 });
  });

  test('such as an expression that never ends is stopped', async () => {
    const report = await read(
      { 'a.js': 'var a = 1;\n', 'b.js': `var ${repeat('a', 60)}$ = 1;\n`, 'c.js': 'var c = 1;\n' },
      { rules: rules('eslint/no-var', ['eslint/id-match', '^(a+)+b?$|^.$']) },
    );
    expect(report.files.map(({ path, unread }) => [path, unread])).toEqual([
      ['a.js', null],
      ['b.js', 'time'],
      ['c.js', null],
    ]);
    expect(counts(report)['eslint/no-var']).toBe(2);
  });

  test('and many of them use up no more than their time', async () => {
    const slow = `var ${repeat('a', 60)}$ = 1;\n`;
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`s${at}.js`, slow]));
    const report = await read(
      { ...many, 'aaa.js': 'var a = 1;\n', 'x.py': 'def a(b):\n    c = b\n' },
      { rules: rules('eslint/no-var', 'ruff/F841', ['eslint/id-match', '^(a+)+b?$|^.$']) },
    );
    const unread = report.files.map((file) => file.unread);
    expect(unread.filter((why) => why === 'time').length).toBeGreaterThan(0);
    expect(unread).toContain('not-begun');
    expect(counts(report)).toMatchObject({ 'eslint/no-var': 1, 'ruff/F841': 1 });
  }, 90_000);

  test('and 10,000 files are looked at as far as is sensible', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`f${at}.css`, 'a {}\n']));
    const report = await read(many, { rules: rules('css/block-no-empty') });
    expect(report.leftOut).toBe(8_000);
    expect(report.files).toHaveLength(2_000);
  });

  test('and settings of tools are never run', async () => {
    const throws = 'throw new Error("executed"); process.exit(7);';
    const report = await read(
      {
        'eslint.config.js': throws,
        'node_modules/eslint/index.js': throws,
        'readers/eslint.mjs': throws,
        '../../opt/touchstone/readers/eslint.mjs': throws,
        '/opt/touchstone/analyst.mjs': throws,
        'stylelint.config.mjs': throws,
        '.htmlvalidate.cjs': throws,
        '__proto__/a.js': 'var a = 1;\n',
        'constructor.js': 'var a = 1;\n',
        'a\nb.js': 'var a = 1;\n',
      },
      { rules: rules('eslint/no-var') },
    );
    expect(counts(report)).toEqual({ 'eslint/no-var': 3 });
    expect(report.files.every(({ unread }) => unread === null)).toBe(true);
  });
});
