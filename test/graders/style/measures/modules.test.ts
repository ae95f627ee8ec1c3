import { describe, expect, test } from 'vitest';
import { cyclesOf } from '../../../../graders/style/analyst/measures/modules/cycles.ts';
import type { Module } from '../../../../graders/style/analyst/measures/modules/graph.ts';
import { couplings, importCycles } from '../../../../graders/style/analyst/measures/modules/measures.ts';
import type { ImportFound } from '../../../../graders/style/analyst/measures/shape.ts';

/** `types ./a.js` is for types alone. */
const imports = (sources: string[]): ImportFound[] =>
  sources.map((source, at) => ({
    source: source.replace('types ', ''),
    names: [],
    typeOnly: source.startsWith('types '),
    line: at + 1,
  }));
const module = (path: string, sources: string[], more: Partial<Module> = {}): Module => ({
  path,
  language: 'JavaScript',
  imports: imports(sources),
  moreImports: 0,
  importsBefore: [],
  counted: true,
  ...more,
});
const messages = (modules: Module[]): string[] =>
  importCycles(modules).places.map(({ file, line, message }) => `${file}:${line} ${message}`);

describe('coupling', () => {
  const leaves = ['b.js', 'c.js', 'd.js'].map((path) => module(path, []));
  const coupled = (a: Module, starter: string[] = []) =>
    couplings([a, ...leaves], new Set(starter)).map(({ value, line, message }) => [value, line, message]);

  test('counts each module of the project once, types too, and neither packages nor itself', () => {
    const a = module('a.js', ['react', './a.js', './b.js', './b', 'types ./c.js', './nosuch.js']);
    expect(coupled(a)).toEqual([[2, 3, 'imports 2 modules of this project']]);
  });

  test('leaves out what imports no more than in the starter, and what is the starter’s', () => {
    const before = { importsBefore: imports(['./b.js', './gone.js']) };
    const same = module('a.js', ['./b.js', './c.js'], before);
    expect(coupled(same, ['gone.js'])).toEqual([]);
    expect(coupled(same)).toEqual([[2, 1, 'imports 2 modules of this project']]);
    expect(coupled(module('a.js', ['./b.js'], { counted: false }))).toEqual([]);
  });

  test('cannot be hidden behind more imports than are looked at', () => {
    expect(coupled(module('a.js', ['./b.js'], { moreImports: 99 }))[0]?.[0]).toBe(100);
  });
});

describe('import cycles', () => {
  test('are groups of modules that need each other, and modules that import themselves', () => {
    const modules = [
      module('a.js', ['./b.js']),
      module('b.js', ['./c.js']),
      module('c.js', ['./a.js', './b.js']),
      module('d.js', ['./a.js', './e.js']),
      module('e.js', []),
      module('f.js', ['./f.js']),
    ];
    expect(importCycles(modules).value).toBe(2);
    expect(messages(modules)).toEqual([
      'a.js:1 imports `b.js`, which imports `c.js`, which imports `a.js`',
      'f.js:1 imports itself',
    ]);
  });

  test('are none where types alone go around, but are where one import is both', () => {
    const b = module('b.js', ['./a.js']);
    expect(importCycles([module('a.js', ['types ./b.js']), b]).value).toBe(0);
    expect(importCycles([module('a.js', ['types ./b.js', './b.js']), b]).value).toBe(1);
  });

  test("are the starter's where it had each import, and the submission's where one is new", () => {
    const both = [
      module('a.js', ['./b.js'], { importsBefore: imports(['./b.js']) }),
      module('b.js', ['./a.js'], { counted: false, importsBefore: imports(['./a.js']) }),
    ];
    expect(importCycles(both).value).toBe(0);
    const closed = [module('a.js', ['./b.js']), ...both.slice(1)];
    expect(messages(closed)).toEqual(['a.js:1 imports `b.js`, which imports `a.js`']);
    const wider = [
      module('a.js', ['./b.js', './c.js'], { importsBefore: imports(['./b.js']) }),
      ...both.slice(1),
      module('c.js', ['./a.js']),
    ];
    expect(messages(wider)).toEqual(['a.js:2 imports `c.js`, which imports `a.js`']);
  });

  test('of any length are found, and told in short', () => {
    const ring = Array.from({ length: 2_000 }, (_, at) => module(`m${at}.js`, [`./m${(at + 1) % 2_000}.js`]));
    expect(importCycles(ring).value).toBe(1);
    expect(messages(ring)).toEqual([
      'm0.js:1 imports `m1.js`, which imports `m2.js`, which imports `m3.js`, which imports `m4.js`, ' +
        'which imports `m5.js`, ..., which imports `m0.js`',
    ]);
  });

  test('are told apart as groups are in any order of modules', () => {
    const edges = [
      ['a', 'b'],
      ['b', 'a'],
      ['b', 'c'],
      ['c', 'd'],
      ['d', 'c'],
      ['e', 'a'],
    ].map(([from = '', to = '']) => ({ from, to, line: 1, typeOnly: false }));
    for (const paths of ['a b c d e', 'e d c b a', 'c e b d a']) {
      const groups = cyclesOf(paths.split(' '), edges).map((group) => group.toSorted().join(''));
      expect(groups.toSorted()).toEqual(['ab', 'cd']);
    }
  });
});
