import { expect, test } from 'vitest';
import { measured, readingStyle } from './reading-style.ts';

const { read } = readingStyle();
const measures = ['unrelated-parts' as const];

/** One class a file, and what is found in each. */
async function found(files: Record<string, string>): Promise<Record<string, string>> {
  const report = await read(files, { measures });
  expect(report.files.filter(({ unread }) => unread !== null)).toEqual([]);
  const places = report.measures.flatMap((one) => one.places);
  return Object.fromEntries(places.map(({ file, message }) => [file, message]));
}

test('classes of JavaScript and TypeScript', async () => {
  expect(
    await found({
      'two.js': `export class Shop {
  #items = []; log = [];
  constructor() { this.#items = []; this.log = []; }
  add(item) { this.#items.push(item); }
  remove(item) { const { size } = item; this.#items = this.#items.filter((one) => one !== item); }
  print() { for (const line of this.log) console.log(line); }
  stateless() { return 1; }
  static make() { return new Shop(); }
  again(n) { return this.again(n - 1); }
}
`,
      'one.js': `export class Cart {
  items = new Map();
  get size() { return this.items.size; }
  add = (item) => { const that = this; return function () { that.items.set(item, 1); this.other(); }; };
  print() { return [1].map(() => this.size); }
  clear() { ({ items: this.old } = this); this['items'].clear(); }
  equals(other) { return this.items === other.items; }
  old2() { const { items } = this; return items; }
}
`,
      'accessors.js': `export class Point {
  #x; #y; z; done;
  get x() { return this.#x; }
  get y() { return this.#y; }
  getZ() { return this.z; }
  setZ(z) { this.z = z; return this; }
  complete() { this.done = true; }
}
`,
      'child.js': `export class Page extends Component {
  render() { return this.state.a; }
  load() { this.setState({}); }
  own() { return this.words.map((word) => word + 1); }
  words = [];
}
`,
      'typed.ts': `export abstract class Store<T> {
  constructor(private readonly limit: number, public title: string = 'a', other: number) { super(other); }
  abstract open(): void;
  room(): number { return this.limit - 1; }
  name(): string { return this.title + '!'; }
  #secret = 1;
  same(other: Store<T>): boolean { return other.#secret > 1; }
  more(): number { return this.#secret + (this as Store<T>).limit; }
}
`,
    }),
  ).toEqual({
    'two.js': '`Shop` has 2 parts that share nothing: `add`, `remove`; `print`',
    'one.js': '`Cart` has 1 part',
    'child.js': '`Page` has 2 parts that share nothing: `render`, `load`; `own`',
    'typed.ts': '`Store` has 2 parts that share nothing: `room`, `same`, `more`; `name`',
  });
});

test('classes of Python', async () => {
  expect(
    await found({
      'two.py': `class Shop:
    tax = 0.19

    def __init__(self):
        self.items = []
        self.log = []

    def add(self, item):
        self.items.append(item)

    def remove(this, item):
        def inner():
            this.items.remove(item)
        inner()

    async def print(self):
        for line in self.log:
            print(line)

    def stateless(self):
        return 1

    @staticmethod
    def make(self):
        return self.nothing

    @classmethod
    def of(cls):
        return cls.tax + 1
`,
      'one.py': `class Cart(object):
    def add(self, item, /):
        self.items[item] = 1
        self._note()

    @property
    def size(self) -> int:
        """How many."""
        return len(self.items)

    def __repr__(self: "Cart"):
        return f"{self.size!r}"

    def _note(self): self.log += "1"

    def told(self):
        return [line for line in self.log]
`,
      'accessors.py': `class Point:
    @property
    def x(self): return self._x
    @x.setter
    def x(self, value): self._x = value
    def get_y(self):
        """Hands out."""
        return self._y
    def set_y(self, y): self._y = y
    def done(self): self.finished = True
`,
      'child.py': `class TestCart(unittest.TestCase):
    def test_a(self): self.assertEqual(1, 1, msg=2)
    def test_b(self): self.assertTrue(len([1]))
    def test_c(self):
        with self.helper(1): pass
    def helper(self, a): return self.own + self.own
    own = 1
`,
    }),
  ).toEqual({
    'two.py': '`Shop` has 2 parts that share nothing: `add`, `remove`; `print`',
    'one.py': '`Cart` has 1 part',
    'child.py': '`TestCart` has 2 parts that share nothing: `test_a`, `test_b`; `test_c`, `helper`',
  });
});

test('a class that shares nothing is the worst, wherever it stands', async () => {
  const parts = (names: string[]): string =>
    names.map((name) => `  ${name}() { return this.${name}0 + 1; }\n`).join('');
  const report = await read(
    {
      'a.js': `export const make = () => class {\n${parts(['a', 'b'])}};\n`,
      'b.js': `export default class {\n${parts(['a', 'b', 'c', 'd', 'e', 'f'])}}\n`,
      'c.js': `const C = class {\n${parts(['a'])}  D = class {\n${parts(['a', 'b', 'c'])}  };\n};\n`,
    },
    { measures },
  );
  expect(measured(report)).toEqual({ 'unrelated-parts': 6 });
  expect(report.measures[0]?.places.map(({ file, value, line }) => [file, line, value])).toEqual([
    ['b.js', 1, 6],
    ['c.js', 3, 3],
    ['a.js', 1, 2],
    ['c.js', 1, 1],
  ]);
  expect(report.measures[0]?.places[0]?.message).toBe(
    '`default` has 6 parts that share nothing: `a`; `b`; `c`; `d`; ...',
  );
});
