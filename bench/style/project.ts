import type { AskedRule } from '../../src/sandbox/analysis/style.ts';

const THINGS = ['Book', 'Loan', 'Reader', 'Shelf', 'Fine', 'Branch', 'Review', 'Order', 'Author', 'Copy'];

/** What a learner's project has in a file: some eighty lines, with a fault here and there. */
const javascript = (thing: string, at: number): string => `
import { readFile, writeFile } from 'node:fs/promises';
import { check${thing}, isOpen } from './${thing.toLowerCase()}-rules.ts';

const LIMIT = ${10 + at};
let counter = 0;

/** Everything that is known of each ${thing.toLowerCase()}. */
export class ${thing}Store {
  #path;
  #items = new Map();

  constructor(path, { limit = LIMIT } = {}) {
    this.#path = path;
    this.limit = limit;
  }

  async open() {
    const text = await readFile(this.#path, 'utf8').catch(() => '[]');
    for (const { id, ...rest } of JSON.parse(text)) {
      if (rest.deleted === true) continue;
      this.#items.set(id, { id, ...rest });
    }
    return this;
  }

  add(item) {
    if (this.#items.size >= this.limit) {
      throw new Error(\`there is no room for \${item.name}, the limit is \${this.limit}\`);
    }
    const problems = check${thing}(item);
    if (problems.length > 0) {
      return { ok: false, problems };
    } else {
      counter += 1;
      const id = item.id ?? \`${thing.toLowerCase()}-\${counter}\`;
      this.#items.set(id, { ...item, id, addedAt: new Date(${2000 + at}, 0, 1) });
      return { ok: true, id };
    }
  }

  find(wanted) {
    var found = [];
    for (const item of this.#items.values()) {
      const words = [item.name, item.title, ...(item.words ?? [])].filter((word) => typeof word === 'string');
      if (words.some((word) => word.toLowerCase().includes(wanted.toLowerCase()))) found.push(item);
      else if (item.id == wanted) found.unshift(item);
    }
    return found.toSorted((one, other) => one.name.localeCompare(other.name));
  }

  * overdue(today = new Date()) {
    for (const item of this.#items.values()) {
      if (!isOpen(item)) continue;
      switch (item.kind) {
        case 'short':
          if (today - item.addedAt > ${at + 1} * 24 * 3600 * 1000) yield item;
          break;
        case 'long':
          if (today - item.addedAt > ${at + 7} * 24 * 3600 * 1000) yield item;
          break;
        default:
          yield { ...item, kind: 'short' };
      }
    }
  }

  async save() {
    const items = [...this.#items.values()];
    const unused = items.length;
    try {
      await writeFile(this.#path, JSON.stringify(items, null, 2));
    } catch (error) {
      throw new Error('the ${thing.toLowerCase()}s could not be saved', { cause: error });
    } finally {
      this.saved = true;
    }
  }
}
`;

const typescript = (thing: string, at: number): string => `
import type { ${thing}Store } from './${thing.toLowerCase()}-store.js';

export type Kind = 'short' | 'long';

export interface ${thing} {
  readonly id: string;
  name: string;
  kind?: Kind;
  words?: readonly string[];
  returnedAt: Date | null;
}

export interface Problem {
  field: keyof ${thing};
  message: string;
}

type Rule<T> = (value: T) => string | null;
type Rules<T> = { [Field in keyof T]?: Rule<T[Field]>[] };

const LONGEST_NAME = ${40 + at};

const notEmpty: Rule<string> = (value) => (value.trim() === '' ? 'must not be empty' : null);
const shorterThan =
  (length: number): Rule<string> =>
  (value) =>
    value.length < length ? null : \`must be shorter than \${length}\`;

const rules: Rules<${thing}> = {
  name: [notEmpty, shorterThan(LONGEST_NAME)],
  words: [(words) => (words !== undefined && words.length > ${at + 3} ? 'are too many' : null)],
};

export function check${thing}(item: ${thing}): Problem[] {
  const problems: Problem[] = [];
  for (const field of Object.keys(rules) as (keyof ${thing})[]) {
    for (const rule of (rules[field] ?? []) as Rule<unknown>[]) {
      const message = rule(item[field] as any);
      if (message !== null) {
        problems.push({ field, message });
      }
    }
  }
  return problems;
}

export function isOpen(item: Pick<${thing}, 'returnedAt'>): boolean {
  return item.returnedAt === null;
}

export abstract class ${thing}Report<Row extends object = Record<string, string>> {
  protected readonly rows: Row[] = [];

  constructor(private readonly store: ${thing}Store, protected title: string = '${thing}s') {}

  abstract row(item: ${thing}, at: number): Row | undefined;

  build(items: Iterable<${thing}>, compare?: (one: Row, other: Row) => number): this {
    let at = 0;
    for (const item of items) {
      const row = this.row(item, at++);
      if (row) this.rows.push(row!);
    }
    if (compare !== undefined) this.rows.sort(compare);
    return this;
  }

  toString(): string {
    const head = \`# \${this.title}\\n\`;
    return this.rows.reduce((text, row) => text + Object.values(row).join(' | ') + '\\n', head);
  }
}
`;

/** Twenty files of JavaScript and TypeScript, by their paths. */
export const PROJECT: ReadonlyMap<string, string> = new Map(
  THINGS.flatMap((thing, at) => [
    [`src/${thing.toLowerCase()}-store.js`, javascript(thing, at).trimStart()] as const,
    [`src/${thing.toLowerCase()}-rules.ts`, typescript(thing, at).trimStart()] as const,
  ]),
);

const rule = (name: string, ...options: unknown[]): AskedRule => ({ rule: `eslint/${name}`, options });

/** What a course of a year may ask for. */
export const RULES: readonly AskedRule[] = [
  rule('no-var'),
  rule('prefer-const'),
  rule('eqeqeq'),
  rule('no-undef'),
  rule('no-shadow'),
  rule('no-unreachable'),
  rule('no-fallthrough'),
  rule('no-else-return'),
  rule('no-param-reassign'),
  rule('no-plusplus'),
  rule('prefer-template'),
  rule('object-shorthand'),
  rule('curly', 'multi-line'),
  rule('camelcase'),
  rule('complexity', 6),
  rule('max-depth', 3),
  rule('max-lines', 70),
  rule('max-lines-per-function', 20),
  rule('max-params', 3),
  rule('no-magic-numbers', { ignore: [0, 1, 2] }),
  rule('@typescript-eslint/no-explicit-any'),
  rule('@typescript-eslint/no-unused-vars'),
  rule('@typescript-eslint/no-non-null-assertion'),
  rule('@typescript-eslint/consistent-type-imports'),
  rule('@typescript-eslint/naming-convention', { selector: 'typeLike', format: ['PascalCase'] }),
];
