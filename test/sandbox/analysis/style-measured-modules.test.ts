import { expect, test } from 'vitest';
import { measured, readingStyle } from './reading-style.ts';

const { read } = readingStyle();
const measures = ['coupling' as const, 'import-cycles' as const];

test('every way to import counts, and those for types alone for coupling alone', async () => {
  const report = await read(
    {
      'all.ts': `import a from './b';
import type { B } from './c.js';
import { type C, type D } from './d.ts';
import express = require('./e');
export * from './f.js';
export { g } from './g.js';
export type { H } from './h.js';
const load = async () => [await import('./i.js'), await import(\`./j.js\`), require('./k.cjs')];
type L = import('./l.js').L;
import './style.css';
import 'react';
import fs from 'node:fs';
import data from './data.json' with { type: 'json' };
import './all.js';
// import './nosuch.js';
const text = "import './m.js'";
`,
      'n.js': "const { a } = require('./b'); module.require('./c'); require(a); import('./d' + a);\n",
      ...Object.fromEntries(
        'b c d e f g h i j l m'.split(' ').map((name) => [`${name}.ts`, `export const ${name} = 1;\n`]),
      ),
      'k.cjs': 'exports.k = 1;\n',
      'style.css': 'a { color: red; }\n',
      'data.json': '{}\n',
      'types-1.ts': "import type { A } from './types-2.ts';\nexport type B = A;\n",
      'types-2.ts': "import { b, type B } from './types-1.ts';\nexport type A = B;\n",
      'cycle/index.js': "export * from './one.js';\n",
      'cycle/one.js': "export const one = async () => (await import('.')).two;\n",
    },
    { measures },
  );
  expect(measured(report)).toEqual({ coupling: 11, 'import-cycles': 2 });
  expect(
    report.measures.map(({ places }) => places.map(({ file, message }) => `${file} ${message}`)),
  ).toEqual([
    [
      'all.ts imports 11 modules of this project',
      'n.js imports 2 modules of this project',
      'cycle/index.js imports 1 module of this project',
      'cycle/one.js imports 1 module of this project',
      'types-1.ts imports 1 module of this project',
    ],
    ['all.ts imports itself', 'cycle/index.js imports `cycle/one.js`, which imports `cycle/index.js`'],
  ]);
});

test('modules of Python are found as Python finds them', async () => {
  const report = await read(
    {
      'main.py': `import os, shop.cart as cart
from shop import total, rows
from shop.rows import (
    Row,
)
import importlib
if os.name:
    tools = importlib.import_module("tools")
text = "import shop.nosuch"
`,
      'tools.py': '__import__("main")\n',
      'shop/__init__.py': 'from .cart import total\nfrom . import rows\n',
      'shop/cart.py': `from typing import TYPE_CHECKING
from . import rows
if TYPE_CHECKING:
    from .rows import Row
    from shop import total
else:
    def total(): pass
`,
      'shop/rows.py': 'def late():\n    from ..shop.deep.inner import x\n',
      'shop/deep/__init__.py': '',
      'shop/deep/inner.py': 'from ..rows import late\nfrom . import *\n',
    },
    { measures },
  );
  expect(measured(report)).toEqual({ coupling: 4, 'import-cycles': 2 });
  expect(
    report.measures.map(({ places }) =>
      places.map(({ file, line, message }) => `${file}:${line} ${message}`),
    ),
  ).toEqual([
    [
      'main.py:1 imports 4 modules of this project',
      'shop/__init__.py:1 imports 2 modules of this project',
      'shop/cart.py:2 imports 2 modules of this project',
      'shop/deep/inner.py:1 imports 2 modules of this project',
      'shop/rows.py:2 imports 1 module of this project',
    ],
    [
      'main.py:8 imports `tools.py`, which imports `main.py`',
      'shop/deep/inner.py:1 imports `shop/rows.py`, which imports `shop/deep/inner.py`',
    ],
  ]);
});

test("a cycle through the starter's untouched files is found, and the starter's own is nobody's", async () => {
  const starter = {
    'app.js': "import './mine.js';\nimport './old-1.js';\n",
    'old-1.js': "import './old-2.js';\n",
    'old-2.js': "import './old-1.js';\n",
    'old.py': 'import old\n',
  };
  const report = await read({ ...starter, 'mine.js': "import './app.js';\n" }, { measures }, starter);
  expect(measured(report)).toEqual({ coupling: 1, 'import-cycles': 1 });
  expect(report.measures[1]?.places.map(({ file, message }) => `${file} ${message}`)).toEqual([
    'mine.js imports `app.js`, which imports `mine.js`',
  ]);
  const edited = {
    ...starter,
    'old-1.js': `${starter['old-1.js']}export const a = 1;\n`,
    'old.py': 'import old\nimport os\n',
  };
  const own = await read(edited, { measures }, starter);
  expect(measured(own)).toEqual({ coupling: 0, 'import-cycles': 0 });
});
