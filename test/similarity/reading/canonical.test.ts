import { expect, test } from 'vitest';
import { canonical, read, saying } from './read.ts';

const SAME: Readonly<Record<string, [path: string, one: string, other: string][]>> = {
  'other names': [
    ['a.js', 'function add(a, b) { return a + b; }', 'function plus(x, y) { return x + y; }'],
    ['a.py', 'def add(a, b):\n  return a + b\n', 'def plus(x, y):\n    return x + y\n'],
    ['a.java', 'class A { int add(int a) { return a; } }', 'class B { int plus(int x) { return x; } }'],
    ['a.css', '.card { color: red }', '.box { color: red }'],
  ],
  remarks: [
    ['a.js', 'let a = 1; // one', '/* one */ let a = 1;'],
    ['a.py', 'a = 1 # one\n', 'a = 1\n'],
    ['a.html', '<p>Hi</p><!-- one -->', '<p>\n  Hi\n</p>'],
    ['a.sql', 'SELECT 1 -- one\n', 'select 1'],
  ],
  'aliases and capital letters in SQL': [
    [
      'a.sql',
      'SELECT u.name FROM users AS u WHERE u.age <> 3;',
      'select x.name\nfrom users as x where x.age != 3',
    ],
    ['a.sql', 'CREATE TABLE IF NOT EXISTS cart (id INT)', 'CREATE TABLE IF NOT EXISTS basket (id INT)'],
  ],
  'kinds of quotation marks': [
    ['a.js', 'f("k")', "f('k')"],
    ['a.py', 'f("k")\n', "f('''k''')\n"],
  ],
  'what comes from the language’s types': [
    ['a.ts', 'const f = (a: number): string => g<string>(a);', 'const f = (a) => g(a);'],
    ['a.ts', 'f(a as B, c!, d satisfies E)', 'f(a, c, d)'],
    ['a.py', 'def f(a: int) -> str:\n  return a\n', 'def f(a):\n  return a\n'],
  ],
  'loops that count': [
    ['a.js', 'for (let i = 0; i < 3; i++) f(i);', 'let i = 0; while (i < 3) { f(i); i += 1; }'],
    [
      'a.java',
      'class A { void f() { for (int i = 0; i < 3; i++) g(i); } }',
      'class A { void f() { int i = 0; while (i < 3) { g(i); i = i + 1; } } }',
    ],
  ],
  'loops that go through something': [
    ['a.js', 'for (const x of xs) f(x);', 'xs.forEach((x) => { f(x); });'],
    ['a.js', 'for (const x of xs) { f(x); }', 'xs.forEach(function (y) { f(y); });'],
  ],
  'assignments with an operator': [
    ['a.js', 'let a = 1; a += 2;', 'let a = 1; a = a + 2;'],
    ['a.py', 'a = f()\na += 2\n', 'a = f()\na = a + 2\n'],
    ['a.java', 'class A { int a; void f() { a += 2; } }', 'class A { int a; void f() { a = a + 2; } }'],
  ],
  'sides of a comparison': [
    ['a.js', 'f(a > b, 1 === c)', 'f(b < a, c === 1)'],
    ['a.py', 'f(a >= b)\n', 'f(b <= a)\n'],
  ],
  'conditions that are turned': [
    ['a.js', 'if (!a) b(); else c();', 'if (a) { c(); } else { b(); }'],
    ['a.js', 'if (a !== 1) b(); else c();', 'if (a === 1) c(); else b();'],
    ['a.js', 'f(!(a === b))', 'f(a !== b)'],
    ['a.js', 'x(!a ? b : c)', 'x(a ? c : b)'],
    ['a.py', 'if a is not None:\n  b()\nelse:\n  c()\n', 'if a is None:\n  c()\nelse:\n  b()\n'],
    ['a.py', 'f(b if not a else c)\n', 'f(c if a else b)\n'],
  ],
  'kinds of functions': [
    ['a.js', 'const f = (a) => a * 2;', 'function f(a) { return a * 2; }'],
    ['a.js', 'const f = function (a) { return a * 2; };', 'async function f(a) { return a * 2; }'],
  ],
  'texts that are put together': [
    ['a.js', 'f(`Hi ${name}!`)', 'f("Hi " + name + "!")'],
    ['a.py', 'f(f"Hi {name}")\n', 'f("Hi " + name)\n'],
  ],
  'dead code': [
    ['a.js', 'function f() { return 1; g(); }', 'function f() { return 1; }'],
    ['a.js', 'function f() { const idle = 7; return g(); }', 'function f() { return g(); }'],
    ['a.js', 'if (false) { g(); } f();', 'f();'],
    ['a.py', 'def f():\n  idle = 7\n  return 1\n  g()\n', 'def f():\n  return 1\n'],
  ],
  'own properties': [
    [
      'a.js',
      'class A { go() { this.sum = 0; return this.sum; } }',
      'class B { run() { this.all = 0; return this.all; } }',
    ],
    ['a.py', 'class A:\n  def f(self):\n    self.sum = 0\n', 'class B:\n  def g(self):\n    self.all = 0\n'],
  ],
};

for (const [what, cases] of Object.entries(SAME))
  test.each(cases)(`${what}: %s reads the same (%#)`, async (path, one, other) => {
    const said = await canonical(path, one);
    expect(said).not.toBe('');
    expect(await canonical(path, other)).toBe(said);
  });

test.each([
  ['a.js', 'a < b', 'b < a'],
  ['a.js', 'f(a.map(g))', 'f(a.filter(g))'],
  ['a.js', 'f("one")', 'f("two")'],
  ['a.js', 'if (a) b(); else c();', 'if (a) c(); else b();'],
  ['a.js', 'function f() { const used = 7; return used; }', 'function f() { return 7; }'],
  ['a.js', 'function f() { const idle = g(); }', 'function f() { }'],
  ['a.js', 'function f() { return g(); function g() { h(); } }', 'function f() { return g(); }'],
  ['a.js', 'export const LIMIT = 7;', ';'],
  ['a.py', 'f(a in b)\n', 'f(a not in b)\n'],
  ['a.css', 'a { color: red }', 'a { color: blue }'],
  ['a.sql', 'SELECT a FROM t', 'SELECT b FROM t'],
  ['a.sql', "SELECT 'a -- b'", "SELECT 'a'"],
])('what differs in meaning differs: %s, %s', async (path, one, other) => {
  expect(await canonical(path, other)).not.toBe(await canonical(path, one));
});

test('keeps what was written beside it, with its lines', async () => {
  const { files } = await read({ 'a.js': 'let sum = 0;\nsum += f(\n  "k");\n' });
  expect(saying(files[0]?.leaves ?? [])).toBe('let v = number:0 ; v += name:f ( text:k ) ;');
  expect(files[0]?.leaves.map(({ line }) => line)).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3]);
});

test('knows names across the files of a submission, and keeps those that come from elsewhere', async () => {
  const { files } = await read({
    'a.js': 'export function helper(a) { return Math.max(a, 1); }',
    'b.js': 'import { helper } from "./a.js"; helper(console);',
  });
  expect(saying(files[0]?.tokens ?? [])).toContain('name:Math property:max');
  expect(saying(files[1]?.tokens ?? [])).toBe('import v from text:./a.js call v name:console');
});

test('reads the scripts and styles of a page as such, on the lines on which they stand', async () => {
  const { files } = await read({
    'a.html':
      '<p class="card">Hi</p>\n<script>\nlet a = 1;\nf(a);\n</script>\n<style>\n.card { color: red }\n</style>\n',
  });
  const said = files[0]?.tokens ?? [];
  expect(said.find(({ symbol }) => symbol === 'call')?.line).toBe(4);
  expect(said.find(({ symbol }) => symbol === 'color')?.line).toBe(7);
  expect(saying(said)).toContain('<p @class v text:Hi');
});
