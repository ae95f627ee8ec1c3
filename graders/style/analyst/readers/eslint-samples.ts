import type { AskedRule } from '../../../../src/sandbox/analysis/style.ts';
import type { Source } from './reader.ts';

const rule = (name: string, ...options: unknown[]): AskedRule => ({ rule: name, options });

/** Rules that courses ask for most. */
export const SAMPLE_RULES: AskedRule[] = [
  rule('no-unused-vars'),
  rule('no-undef'),
  rule('no-var'),
  rule('prefer-const'),
  rule('eqeqeq'),
  rule('no-shadow'),
  rule('no-use-before-define'),
  rule('no-unreachable'),
  rule('complexity', 10),
  rule('max-depth', 4),
  rule('max-lines-per-function', 50),
  rule('max-params', 4),
  rule('camelcase'),
  rule('curly'),
  rule('id-length'),
  rule('no-else-return'),
  rule('no-magic-numbers'),
  rule('no-param-reassign'),
  rule('consistent-return'),
  rule('prefer-template'),
  rule('object-shorthand'),
  rule('@typescript-eslint/no-explicit-any'),
  rule('@typescript-eslint/no-unused-vars'),
  rule('@typescript-eslint/naming-convention'),
  rule('@typescript-eslint/no-non-null-assertion'),
  rule('@typescript-eslint/consistent-type-imports'),
];

const JAVASCRIPT = `
import { readFile } from 'node:fs/promises';
import * as tools from './tools.js';

/** Adds up what is in a cart. */
export async function total(path, { tax = 0.19, rounded } = {}) {
  const items = JSON.parse(await readFile(path, 'utf8'));
  let sum = 0;
  for (const { price, count, ...rest } of items) {
    if (count > 0 && rest !== null) sum += price * count;
    else if (count === undefined) continue;
    else return null;
  }
  switch (rounded) {
    case 'up':
      return Math.ceil(sum * (1 + tax));
    default:
      return tools.round?.(sum) ?? sum;
  }
}

export class Cart {
  #items = [];
  static of(...items) {
    const cart = new Cart();
    items.forEach((item, at) => { cart.add({ ...item, at }); });
    return cart;
  }
  add(item) {
    try {
      this.#items.push(item);
    } catch (error) {
      throw new Error(\`no room for \${item.name}\`, { cause: error });
    } finally {
      this.changed = true;
    }
    return this;
  }
  get size() { return this.#items.length; }
}

var counter = 0;
export default () => { while (counter < 10) { counter++; } return counter == 10 ? /a+b/u.test('aab') : counter; };
`;

const TYPESCRIPT = `
import type { Item } from './item.ts';

export interface Shelf<Kind extends string = string> {
  readonly name: Kind;
  items: Map<string, Item[]>;
  find?(name: string): Item | undefined;
}

export type Named<T> = { [Key in keyof T]: T[Key] extends string ? Key : never };

export enum Size { Small = 1, Large }

export abstract class Store<T extends Shelf> implements Iterable<T> {
  protected readonly shelves: T[] = [];
  constructor(private readonly limit: number, public title: string = 'shop') {}
  abstract open(at: Date): Promise<void>;
  *[Symbol.iterator](): Iterator<T> { yield* this.shelves; }
  add(shelf: T): this is Store<T> {
    const first = this.shelves[0]!;
    const any = first as any;
    return (any satisfies unknown) !== null && this.limit > this.shelves.push(shelf);
  }
}
`;

const JSX = `
export const Page = ({ items, title }) => (
  <main className="page">
    <h1>{title}</h1>
    {items.map((item) => <li key={item.id} onClick={() => item.pick()}>{item.name}</li>)}
  </main>
);
`;

/** Small, and with most kinds of what a program is made of; read a few times, until it is compiled. */
export const SAMPLES: Source[] = Array.from({ length: 10 }, () => [
  { path: 'a.js', language: 'JavaScript' as const, text: JAVASCRIPT },
  { path: 'a.ts', language: 'TypeScript' as const, text: TYPESCRIPT },
  { path: 'a.jsx', language: 'JSX' as const, text: JSX },
]).flat();
