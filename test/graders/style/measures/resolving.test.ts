import { describe, expect, test } from 'vitest';
import { resolvePython } from '../../../../graders/style/analyst/measures/modules/resolve-python.ts';
import { resolveScript } from '../../../../graders/style/analyst/measures/modules/resolve-script.ts';

describe('an import of JavaScript or TypeScript', () => {
  const modules = new Set([
    'main.js',
    'index.ts',
    'src/a.ts',
    'src/b.tsx',
    'src/c.mts',
    'src/parts/index.js',
    'src/parts/d.jsx',
    'src/odd.name.js',
    'src/same.js',
    'src/same.ts',
  ]);
  const from = (importer: string, source: string) => resolveScript(importer, source, modules);

  test.each([
    ['main.js', './src/a', 'src/a.ts'],
    ['main.js', './src/a.js', 'src/a.ts'],
    ['main.js', './src/a.ts', 'src/a.ts'],
    ['main.js', './src/b.js', 'src/b.tsx'],
    ['main.js', './src/b.jsx', 'src/b.tsx'],
    ['main.js', './src/c.mjs', 'src/c.mts'],
    ['main.js', './src/parts', 'src/parts/index.js'],
    ['main.js', './src/parts/', 'src/parts/index.js'],
    ['main.js', './src/odd.name', 'src/odd.name.js'],
    ['main.js', './src/same', 'src/same.js'],
    ['main.js', './main.js', 'main.js'],
    ['main.js', './main.js?raw#x', 'main.js'],
    ['main.js', '.', 'index.ts'],
    ['src/a.ts', '..', 'index.ts'],
    ['src/parts/d.jsx', '../a.js', 'src/a.ts'],
    ['src/parts/d.jsx', '.', 'src/parts/index.js'],
    ['src/parts/d.jsx', '@/a', 'src/a.ts'],
    ['src/parts/d.jsx', '~/parts/d', 'src/parts/d.jsx'],
    ['src/parts/d.jsx', '#src/b.js', 'src/b.tsx'],
    ['src/parts/d.jsx', '/main.js', 'main.js'],
  ])('in %s of %s is %s', (importer, source, module) => {
    expect(from(importer, source)).toBe(module);
  });

  test.each(['./nosuch.js', './src', '../main.js', 'main.js', 'src/a', 'node:fs', '@scope/a', '#', ''])(
    'of %s is of none of them',
    (source) => {
      expect(from('main.js', source)).toBeNull();
    },
  );
});

describe('an import of Python', () => {
  const modules = new Set([
    'main.py',
    'json.py',
    'shop/__init__.py',
    'shop/cart.py',
    'shop/json.py',
    'shop/parts/__init__.py',
    'shop/parts/row.py',
    'tools/run.py',
    'tools/words.py',
    'src/lib/__init__.py',
    'src/lib/deep.py',
  ]);
  const from = (importer: string, source: string, ...names: string[]) =>
    resolvePython(importer, { source, names }, modules);

  test.each<[string, string, string[], string[]]>([
    ['main.py', 'shop', [], ['shop/__init__.py']],
    ['main.py', 'shop.cart', [], ['shop/cart.py']],
    ['main.py', 'shop', ['cart'], ['shop/cart.py']],
    ['main.py', 'shop', ['total'], ['shop/__init__.py']],
    [
      'main.py',
      'shop',
      ['total', 'cart', 'parts'],
      ['shop/__init__.py', 'shop/cart.py', 'shop/parts/__init__.py'],
    ],
    ['main.py', 'shop', ['*'], ['shop/__init__.py']],
    ['main.py', 'shop.cart', ['total'], ['shop/cart.py']],
    ['main.py', 'lib.deep', [], ['src/lib/deep.py']],
    ['shop/cart.py', '.', ['json'], ['shop/json.py']],
    ['shop/cart.py', '.', ['total'], ['shop/__init__.py']],
    ['shop/cart.py', '.json', ['loads'], ['shop/json.py']],
    ['shop/__init__.py', '.cart', ['total'], ['shop/cart.py']],
    ['shop/__init__.py', '.', ['cart'], ['shop/cart.py']],
    ['shop/parts/row.py', '..cart', ['total'], ['shop/cart.py']],
    ['shop/parts/row.py', '..', ['cart'], ['shop/cart.py']],
    ['shop/parts/row.py', 'shop.cart', ['total'], ['shop/cart.py']],
    // Within a package, a bare name is not the one beside it.
    ['shop/cart.py', 'json', [], ['json.py']],
    ['shop/cart.py', 'cart', [], []],
    ['tools/run.py', 'words', ['count'], ['tools/words.py']],
    ['tools/run.py', 'tools.words', ['count'], ['tools/words.py']],
    ['main.py', 'os.path', ['join'], []],
    ['main.py', '...nosuch', ['a'], []],
    ['main.py', '', [], []],
  ])('in %s of %s %j is %j', (importer, source, names, found) => {
    expect(from(importer, source, ...names)).toEqual(found);
  });
});
