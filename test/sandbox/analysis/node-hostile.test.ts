import { describe, expect, test } from 'vitest';
import type { Unread } from '../../../src/sandbox/analysis/syntax.ts';
import { filesOf, looking, text } from './looking.ts';

const { look, analyse } = looking('node');
/** As deep as lines of the longest length that is read can be. */
const DEEP = 48_000;
const repeat = (piece: string, count: number): string => piece.repeat(count);
const within = (open: string, inner: string, close: string, count: number) =>
  repeat(open, count) + inner + repeat(close, count);

/** One submission beside an honest neighbour: what becomes of each must not be the other's doing. */
async function beside(path: string, content: string | Uint8Array) {
  const files = await look({
    'package.json': '{ "type": "module" }',
    'aaa.js': 'export const a = 1;',
    [path]: content,
    'zzz.js': 'export const z = ;',
  });
  expect(files.get('aaa.js')).toMatchObject({ problem: null, unread: null });
  expect(files.get('zzz.js')?.problem).toMatchObject({ line: 1, message: "Unexpected token ';'" });
  return files.get(path);
}

describe('a file that is made to end its parser', () => {
  // Nested so deeply that a parser runs out of its stack.
  test.each<[string, string, string]>([
    ['brackets', 'a.js', within('[', '', ']', DEEP)],
    ['brackets that nothing closes', 'a.js', repeat('[', DEEP)],
    ['parentheses', 'a.js', within('(', '1', ')', DEEP)],
    ['braces', 'a.js', within('{', '', '}', DEEP)],
    ['templates', 'a.js', within('`${\n', '1', '\n}`', 24_000)],
    ['negations', 'a.js', `${repeat('!', DEEP)}1`],
    ['signs', 'a.js', `${repeat('- ', DEEP / 2)}1`],
    ['choices', 'a.js', `${repeat('a?', DEEP / 2)}c${repeat('\n:b', DEEP / 2)}`],
    ['arrows', 'a.js', `${repeat('a=>', DEEP / 4)}1`],
    ['default values', 'a.js', within('(a=', '1', ')=>1', 12_000)],
    ['calls', 'a.js', `a${repeat('()', DEEP / 4)}`],
    ['members', 'a.js', `a${repeat('.a', DEEP / 4)}`],
    ['constructors', 'a.js', `${repeat('new ', 20_000)}a`],
    ['functions', 'a.js', within('function f(){', '', '}', 7_000)],
    ['classes', 'a.js', within('class A{a=', '1', '}', 5_000)],
    ['types', 'a.ts', `type A = ${within('Array<\n', '1', '>', 40_000)};`],
    ['conditional types', 'a.ts', `type A = ${repeat('a extends b ? c :\n', 45_000)}d;`],
    ['elements', 'a.jsx', within('<a>\n', '', '</a>\n', 24_000)],
    ['elements with types', 'a.tsx', within('<a>\n', '', '</a>\n', 24_000)],
  ])('costs its own result alone: %s', async (_what, path, content) => {
    const found = await beside(path, content);
    const unread: Unread[] = ['nesting', 'crash'];
    expect(unread).toContain(found?.unread);
    expect(found?.problem).toBeNull();
  });

  test('that takes ever longer the deeper it is nested is given up', async () => {
    const found = await beside('a.ts', `${repeat('if(a);else ', 9_000)};`);
    expect(['time', 'nesting', 'crash']).toContain(found?.unread);
  });

  test('and twenty more like it use up the patience, and no more', async () => {
    const deep = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`d${at}.jsx`, within('<a>\n', '', '</a>\n', 24_000)]),
    );
    const files = await look({ 'aaa.js': 'let a;', ...deep });
    const unread = [...files.values()].map((file) => file.unread);
    expect(unread.filter((why) => why === 'crash')).toHaveLength(20);
    expect(unread.filter((why) => why === 'not-begun')).toHaveLength(20);
    expect(files.get('aaa.js')?.unread).toBeNull();
  });
});

describe('a file that is made to use up what there is', () => {
  test.each<[string, string, Unread | null]>([
    ['one line of 10 MB', `const a = '${repeat('x', 10_000_000)}';`, 'bytes'],
    ['a line of 200 kB', `const a = '${repeat('x', 200_000)}';`, 'line-length'],
    ['300,000 lines', repeat('a;\n', 300_000), 'lines'],
    ['3,000,000 lines', repeat('\n', 3_000_000), 'bytes'],
    ['a number of 90,000 digits', `export const a = ${repeat('9', 90_000)}n;`, null],
    [
      'patterns that take for ever to match',
      repeat('export default /(a*)*(a|aa)+$/.test;', 1) + repeat('\n/(a*)*b/;', 10_000),
      null,
    ],
    ['49,000 variables', Array.from({ length: 49_000 }, (_, at) => `let v${at};`).join('\n'), null],
  ])('is left out or simply read: %s', async (_what, content, unread) => {
    const found = await beside('a.js', content);
    expect(found).toMatchObject({ unread, problem: null });
  });

  test('such as nested JSON is read, or told to be wrong', async () => {
    const files = await look({
      'deep.json': within('[', '', ']', 45_000),
      'open.json': repeat('[', 90_000),
      'objects.json': `${repeat('{"a":', 15_000)}1${repeat('}', 15_000)}`,
    });
    expect(files.get('deep.json')).toMatchObject({ problem: null, unread: null });
    expect(files.get('objects.json')).toMatchObject({ problem: null, unread: null });
    expect(files.get('open.json')?.problem).toMatchObject({ line: 1 });
  });

  test('and 10,000 of them are looked at as far as is sensible', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`f${at}.js`, 'let a;']));
    const outcome = await analyse(filesOf(many));
    expect(outcome).toMatchObject({ kind: 'completed', report: { leftOut: 8_000 } });
  });

  test('the whole submission is stopped in its time, and says what it knows', async () => {
    const slow = `${repeat('if(a);else ', 9_000)};`;
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`s${at}.ts`, slow]));
    const limits = { seconds: 3, memoryMiB: 256, submissions: 1 };
    const outcome = await analyse(filesOf({ 'aaa.js': 'let a;', ...files }), { limits });
    if (outcome.kind !== 'completed') throw new Error(JSON.stringify(outcome));
    expect(outcome.report.files.find(({ path }) => path === 'aaa.js')).toMatchObject({ unread: null });
    expect(outcome.report.files.some(({ unread }) => unread === 'not-begun' || unread === 'time')).toBe(true);
  });

  test('an analyst without memory names the limit, in words for the learner', async () => {
    const big = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`b${at}.txt`, new Uint8Array(2 * 1024 * 1024)]),
    );
    expect(await analyse(filesOf(big), { limits: { seconds: 20, memoryMiB: 64, submissions: 1 } })).toEqual({
      kind: 'limit',
      limit: 'memory',
      file: null,
      message:
        'The submission could not be read with 64 MB of memory: is it very long, or nested very deeply?',
    });
  });
});

describe('bytes that are no ordinary text', () => {
  const utf16 = (content: string) => new Uint8Array(Buffer.from(`\ufeff${content}`, 'utf16le'));

  test.each<[string, Uint8Array, object]>([
    [
      'UTF-16',
      utf16('export const a = 1;\n'),
      { problem: { hint: 'The file is saved as UTF-16; save it as UTF-8.' } },
    ],
    [
      'NULs',
      text('let a\0b = 1;'),
      { problem: { line: 1, hint: 'The file has bytes in it that are no text.' } },
    ],
    ['bytes that are no UTF-8', new Uint8Array([0xff, 0xc3, 0x28, 0x80]), { problem: { line: 1 } }],
    ['a byte order mark', text('\ufeffexport const a = 1;\n'), { problem: null }],
    [
      'a hashbang after a byte order mark',
      text('\ufeff#!/usr/bin/env node\nexport const a = 1;\n'),
      { problem: null },
    ],
    [
      'a byte order mark after a hashbang',
      text('#!/usr/bin/env node\n\ufeffexport const a = 1;\n'),
      { problem: null },
    ],
    ['halves of surrogate pairs', text("export const a = '\\ud800', b = /[\\ud83d]/;"), { problem: null }],
    [
      'line ends of all kinds',
      text('let a;\rlet b;\u2028let c;\u2029let d;\r\nlet d;\n'),
      { problem: { line: 2 } },
    ],
  ])('are read, or told to be wrong: %s', async (_what, content, expected) => {
    expect(await beside('a.js', content)).toMatchObject({ unread: null, ...expected });
  });
});

describe('the settings of a tool in a submission', () => {
  test('are data like everything else, and nothing is executed', async () => {
    const throws = 'throw new Error("executed"); process.exit(7);';
    const files = await look({
      'package.json':
        '{ "type": "module", "main": "index.js", "exports": 7, "imports": { "#a": "/etc/passwd" } }',
      'tsconfig.json':
        '{ "extends": "/etc/passwd", "compilerOptions": { "plugins": [{ "name": "./evil.js" }] } }',
      '.babelrc': '{ "plugins": ["./evil.js"] }',
      'eslint.config.js': throws,
      '.oxlintrc.json': '{ "extends": ["/etc/passwd"] }',
      'oxc-parser/index.js': throws,
      'node_modules/oxc-parser/index.js': throws,
      'parser.mjs': throws,
      'opt/touchstone/parser.mjs': throws,
      '../../opt/touchstone/parser.mjs': throws,
      '/opt/touchstone/parser.mjs': throws,
      '.npmrc': 'node-options=--require ./evil.js',
      '.node_repl_history': throws,
      'evil.js': throws,
      'page.jsx': 'const a = <p>;',
    });
    expect(files.get('evil.js')).toMatchObject({ problem: null, unread: null });
    expect(files.get('eslint.config.js')).toMatchObject({ problem: null, unread: null });
    expect(files.get('page.jsx')?.problem).not.toBeNull();
    expect(files.has('tsconfig.json')).toBe(false);
    expect(files.has('node_modules/oxc-parser/index.js')).toBe(false);
  });

  test('and names of any kind come back as they were', async () => {
    const names = [
      'a\nb.js',
      '# [x](y) @everyone.js',
      '`<b>`.js',
      '__proto__/a.js',
      'constructor.js',
      'ä\u202egnp.js',
      `${'n'.repeat(200)}.js`,
    ];
    const files = await look(Object.fromEntries(names.map((name) => [name, 'let a = ;'])));
    expect([...files.keys()].sort()).toEqual([...names].sort());
    for (const file of files.values()) expect(file.problem).toMatchObject({ line: 1 });
  });
});
