import { describe, expect, test } from 'vitest';
import { filesOf, looking, text } from './looking.ts';

const { look, analyse } = looking('python');
const containing = (words: string): unknown => expect.stringContaining(words);
const repeat = (piece: string, count: number): string => piece.repeat(count);
const read = { problem: null, unread: null };

describe('what can be read', () => {
  test('is Python, JSON and TOML, with its lines and bytes', async () => {
    const files = await look({
      'main.py': '#!/usr/bin/env python3\nprint("hello")\n',
      'shop/__init__.py': '',
      'shop/cart.py': 'def total(prices: list[int]) -> int:\n    return sum(prices)\n',
      'latin.py': new Uint8Array([...text('# coding: latin-1\na = "'), 0xe4, ...text('"\n')]),
      'pyproject.toml': '[project]\nname = "shop"\n',
      'data.json': '\ufeff{"a": 1}',
      'README.md': 'not a program (((',
      '.venv/lib/x.py': 'def',
    });
    expect(
      Object.fromEntries([...files].map(([path, { language, lines }]) => [path, [language, lines]])),
    ).toEqual({
      'data.json': ['JSON', 1],
      'latin.py': ['Python', 2],
      'main.py': ['Python', 2],
      'pyproject.toml': ['TOML', 2],
      'shop/__init__.py': ['Python', 0],
      'shop/cart.py': ['Python', 2],
    });
    for (const file of files.values()) expect(file).toMatchObject(read);
  });
});

describe('what cannot be parsed', () => {
  test.each([
    ['a colon that is missing', 'def f(a)\n    return a\n', 1, "expected ':'", null],
    ['a bracket that nothing closes', 'a = (1 +\nb = 2\n', 1, "'(' was never closed", null],
    ['a block that is missing', 'def f():\nprint(1)\n', 2, 'expected an indented block', null],
    [
      'indentation that fits nothing',
      'if 1:\n        a = 1\n    b = 2\n',
      3,
      'unindent does not match',
      null,
    ],
    ['return outside a function', 'a = 1\nreturn a\n', 2, "'return' outside function", null],
    ['words of Python 2', 'print "hello"\n', 1, 'Missing parentheses', null],
    [
      'a merge that was not finished',
      'a = 1\n<<<<<<< HEAD\nb = 2\n',
      2,
      'invalid syntax',
      'merge was not finished: in line 2',
    ],
  ])('is told with its line, in the words of Python: %s', async (_what, main, line, message, hint) => {
    const files = await look({ 'main.py': main, 'other.py': 'a = 1\n' });
    expect(files.get('main.py')?.problem).toMatchObject({
      line,
      message: containing(message),
      hint: hint === null ? null : containing(hint),
    });
    expect(files.get('other.py')).toMatchObject(read);
  });

  test('is told of JSON and TOML alike', async () => {
    const files = await look({ 'a.json': '{\n  "a": 1,\n}\n', 'pyproject.toml': '[project]\nname = shop\n' });
    expect(files.get('a.json')?.problem).toMatchObject({ line: 3, column: 1 });
    expect(files.get('pyproject.toml')?.problem).toMatchObject({ line: 2, message: 'Invalid value' });
  });
});

describe('a file that is made to hurt', () => {
  test.each<[string, string, string | Uint8Array]>([
    ['negations', 'a.py', `a = ${repeat('not ', 20_000)}1`],
    ['signs', 'a.py', `a = ${repeat('-', 90_000)}1`],
    ['powers', 'a.py', `a = 2${repeat('**2', 30_000)}`],
    ['functions of one line', 'a.py', `a = ${repeat('lambda:', 12_000)}1`],
    ['attributes', 'a.py', `a${repeat('.a', 45_000)}`],
    ['choices', 'a.py', repeat('1 if a else ', 8_000) + '1'],
    ['nested JSON', 'a.json', repeat('[', 45_000) + repeat(']', 45_000)],
    ['nested TOML', 'a.toml', `a = ${repeat('[', 45_000)}${repeat(']', 45_000)}`],
    ['one line of 10 MB', 'a.py', `a = '${repeat('x', 10_000_000)}'`],
    ['300,000 lines', 'a.py', repeat('a\n', 300_000)],
    ['nested comprehensions', 'a.py', `a = ${repeat('[', 150)}1${repeat(' for a in b]', 150)}`],
    ['a power that is never worked out', 'a.py', 'a = 9**9**9**9\nb = "x" * 10**10\nc = (1,) * 10**10\n'],
    ['a number of many digits', 'a.py', `a = ${repeat('9', 90_000)}\n`],
    ['brackets', 'a.py', repeat('(', 90_000)],
    ['NULs', 'a.py', 'a = 1\0\n'],
    ['UTF-16', 'a.py', new Uint8Array(Buffer.from('\ufeffa = 1\n', 'utf16le'))],
    ['bytes that are no UTF-8', 'a.py', new Uint8Array([0x61, 0x3d, 0xff])],
    ['an encoding that nobody knows', 'a.py', '# coding: ../../tmp/evil\na = 1\n'],
    ['an encoding that is no text', 'a.py', '# coding: zlib\na = 1\n'],
    ['a name like a module', 'json.py', 'raise SystemExit("executed")\n'],
    ['a module that is always imported', 'sitecustomize.py', 'raise SystemExit("executed")\n'],
    ['an import hook', 'touchstone_grader/__init__.py', 'raise SystemExit("executed")\n'],
  ])('is read, told to be wrong, or left: %s', async (_what, path, content) => {
    const files = await look({ 'aaa.py': 'a = 1\n', [path]: content, 'zzz.py': 'def\n' });
    expect(files.get('aaa.py')).toMatchObject(read);
    expect(files.get('zzz.py')?.problem).toMatchObject({ line: 1, message: 'invalid syntax' });
    expect(files.has(path)).toBe(true);
  });

  test('and names of any kind come back as they were', async () => {
    const names = ['a\nb.py', '# [x](y) @everyone.py', '__proto__/a.py', 'ä\u202egnp.py'];
    const files = await look(Object.fromEntries(names.map((name) => [name, 'def'])));
    expect([...files.keys()].sort()).toEqual([...names].sort());
  });

  test('and 10,000 of them are looked at as far as is sensible', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`f${at}.py`, 'a = 1']));
    expect(await analyse(filesOf(many))).toMatchObject({ kind: 'completed', report: { leftOut: 8_000 } });
  });
});
