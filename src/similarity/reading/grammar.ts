/** What a name is, from where it stands. `declares-member`: of a function that is called by itself or on an object. */
export type Role = 'declares' | 'declares-property' | 'declares-member' | 'property' | 'name';

/** What reading a part of a program gives. */
export interface Piece<T> {
  tokens: T[];
  /** Where among them the operator stands that is worked out last; null where there is none. */
  pivot: number | null;
}

/** A child of a node, read. */
export interface Part<T> extends Piece<T> {
  /** The field that it stands in. */
  field: string | null;
  type: string;
}

export interface Said {
  symbol: string;
  word: string;
}

/** Puts the parts of a node in another order, or others between them. `made` makes a token that nobody wrote. */
export type Arrange = <T extends Said>(
  parts: readonly Part<T>[],
  made: (symbol: string, word?: string) => T,
) => Piece<T>;

/** How programs of one language are read. Types of nodes are the grammar's own words. */
export interface Grammar {
  /** Where its WebAssembly is: a package, and a file in it. */
  wasm: string;
  /** Nodes that are left out whole: remarks, types. */
  skip: ReadonlySet<string>;
  /** Leaves that are names. */
  names: ReadonlySet<string>;
  /** Of a name, by its parent's type and the field in it: what it is there; by default a name that is used. */
  roles: Readonly<Record<string, Readonly<Record<string, Role>>>>;
  /** Leaves of these types are properties wherever they stand. */
  properties: ReadonlySet<string>;
  /** Leaves that are values, by what they are called. */
  values: Readonly<Record<string, 'text' | 'number'>>;
  /** Leaves whose text is a word of the language, by what is put before it: `<`, for `div`. */
  vocabulary: Readonly<Record<string, string>>;
  /** Nodes that say something when they begin. */
  opens: Readonly<Record<string, string>>;
  /** What a word of the language is called; empty: it is left out. */
  words: Readonly<Record<string, string>>;
  /** What can be written in two ways is read in one. */
  arrange: Readonly<Record<string, Arrange>>;
  /** Nodes that hold statements, one after the other. */
  blocks: ReadonlySet<string>;
  /** Statements after which nothing of their block is reached. */
  ends: ReadonlySet<string>;
  /** Statements that count wherever in their block they stand. */
  hoisted: ReadonlySet<string>;
  /** Nodes that give a name its value. */
  assigns: Readonly<Record<string, { left: string; right: string }>>;
  /** Nodes that hold a text in another language, by the ending of its files. */
  embeds: Readonly<Record<string, string>>;
}

export const setOf = (...types: string[]): ReadonlySet<string> => new Set(types);

/** Words that say nothing. */
export const silent = (...words: string[]): Record<string, string> =>
  Object.fromEntries(words.map((word) => [word, '']));

/** What most languages have none of. */
export const none = {
  properties: setOf(),
  roles: {},
  vocabulary: {},
  opens: {},
  words: {},
  arrange: {},
  blocks: setOf(),
  ends: setOf(),
  hoisted: setOf(),
  assigns: {},
  embeds: {},
} as const satisfies Partial<Grammar>;
