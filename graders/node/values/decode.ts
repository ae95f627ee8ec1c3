import { types } from 'node:util';
import {
  BYTE_CLASSES,
  CrossingError,
  ERROR_BASES,
  FAULT,
  MATCH,
  MAX_DEPTH,
  MAX_VALUES,
  type FunctionShape,
  type InstanceShape,
  type WireError,
} from './wire.ts';
import { functionShape, instanceShape, list, record, text, whole } from './checked.ts';
import { unfold } from './unfolding.ts';

/** Digits of a bigint that are read: converting takes time that grows with their square. */
const MAX_DIGITS = 50_000;

/** Most promises in one graph: each of them is asked for. */
const MAX_PROMISES = 1000;
/** What is text on every error, and what test frameworks call methods of. */
const TEXTS = new Set<unknown>(['name', 'message', 'stack']);

/** What the receiving side makes of what did not cross by copy. */
export interface Receiving {
  function: (handle: number, shape: FunctionShape) => unknown;
  instance: (handle: number, shape: InstanceShape) => unknown;
  promise: (handle: number) => unknown;
  regExp: (source: string, flags: string, handle: number | null) => RegExp;
  /** Something that this side handed over itself. */
  own: (handle: number) => unknown;
  /** Told of each error that arrives, before it is used. */
  error: (error: Error, wire: WireError) => void;
}

/** A graph's root and the object made for each of its nodes. */
export interface Decoded {
  value: unknown;
  objects: object[];
}

/**
 * Values out of parsed JSON. The other side is not trusted: everything is checked, nothing recurses, no property
 * named `__proto__` becomes a prototype. Throws a CrossingError on anything that a GraphWriter cannot have written.
 *
 * `into`: objects whose content is replaced by the first nodes instead of making new ones (arguments sent back).
 */
export function decodeGraph(input: unknown, receiving: Receiving, into: readonly object[] = []): Decoded {
  const { root, nodes } = record(input);
  const table = list(nodes);
  const reader = new GraphReader(receiving, table, into);
  const value = reader.value(root);
  const objects = reader.fill();
  if (reader.shares) boundUnfolding([value, ...objects.slice(0, into.length)]);
  return { value, objects };
}

/** Sharing makes little on the wire into more than can be compared or printed in any time. */
function boundUnfolding(values: readonly unknown[]): void {
  let parts = 0;
  unfold(values, () => {
    parts += 1;
    return parts <= MAX_VALUES;
  });
  if (parts > MAX_VALUES) throw new CrossingError(`more than ${MAX_VALUES} values when it is unfolded`);
}

class GraphReader {
  readonly #receiving: Receiving;
  readonly #table: readonly unknown[][];
  readonly #objects: object[];
  readonly #depths: number[];
  readonly #known: number;
  #depth = 0;
  #values = 0;
  #promises = 0;
  #shares = false;

  constructor(receiving: Receiving, table: readonly unknown[], into: readonly object[]) {
    this.#receiving = receiving;
    this.#known = into.length;
    this.#count(table.length);
    this.#table = table.map(list);
    // Shells first: nodes refer to each other in any order, and in circles.
    this.#objects = this.#table.map((node, at) => into[at] ?? this.#shell(node));
    this.#depths = this.#table.map(() => 0);
  }

  /** Whether a node is referred to more than once. */
  get shares(): boolean {
    return this.#shares;
  }

  fill(): object[] {
    this.#table.forEach((node, at) => {
      this.#depth = this.#depths[at] ?? 0;
      // Nodes are numbered in the order in which they are met: a parent comes before its children.
      if (this.#depth === 0 && at >= this.#known) throw new CrossingError('a node that nothing refers to');
      if (this.#depth > MAX_DEPTH) throw new CrossingError(`nested more than ${MAX_DEPTH} deep`);
      const object = this.#objects[at];
      if (object !== undefined && !Object.isFrozen(object)) this.#content(object, node);
    });
    return this.#objects;
  }

  value(wire: unknown): unknown {
    this.#count(1);
    if (wire === null || typeof wire === 'boolean' || typeof wire === 'string') return wire;
    if (typeof wire === 'number') return wire;
    const [tag, first, second] = list(wire);
    switch (tag) {
      case 'u':
      case 'h':
        return undefined;
      case 'n':
        return Number(text(first));
      case 'b':
        return bigint(text(first));
      case 's':
        return Symbol(text(first));
      case 'r':
        return this.#reference(whole(first));
      case 'f':
        return this.#receiving.function(whole(first), functionShape(second));
      case 'i':
        return this.#instance(whole(first), instanceShape(second));
      case 'p':
        this.#promises += 1;
        if (this.#promises > MAX_PROMISES) throw new CrossingError(`more than ${MAX_PROMISES} promises`);
        return this.#receiving.promise(whole(first));
      case 'y':
        return this.#receiving.own(whole(first));
      default:
        throw new CrossingError('an unknown tag');
    }
  }

  #instance(handle: number, shape: InstanceShape): unknown {
    this.#count(shape.methods.length);
    return this.#receiving.instance(handle, shape);
  }

  #reference(at: number): object {
    const object = this.#objects[at];
    if (object === undefined) throw new CrossingError('a reference to nothing');
    if (this.#depths[at] === 0) this.#depths[at] = this.#depth + 1;
    else this.#shares = true;
    return object;
  }

  #shell(node: readonly unknown[]): object {
    const [kind, first, second, third] = node;
    switch (kind) {
      case 'a':
        return [];
      case 'o':
        return {};
      case 'N':
        return Object.create(null) as object;
      case 'd':
        return new Date(typeof first === 'number' ? first : Number.NaN);
      case 'm':
        return new Map();
      case 't':
        return new Set();
      case 'x':
        return this.#receiving.regExp(text(first), text(second), third === null ? null : whole(third));
      case 'B':
        return bytesOf(text(first), text(second));
      case 'e':
        return this.#error(record(first));
      default:
        throw new CrossingError('an unknown node');
    }
  }

  #error(wire: Record<string, unknown>): Error {
    const Class = ERROR_BASES.get(text(wire['base'])) ?? Error;
    const error = new Class(text(wire['message']));
    const name = text(wire['name']).slice(0, 200);
    if (name !== error.name)
      Object.defineProperty(error, 'name', { value: name, writable: true, configurable: true });
    // Its stack would tell of this process, which has nothing to do with it.
    error.stack = `${name}: ${error.message}`;
    this.#receiving.error(error, {
      base: Class.name,
      name,
      message: error.message,
      properties: [],
      file: typeof wire['file'] === 'string' ? wire['file'] : null,
      line: typeof wire['line'] === 'number' ? wire['line'] : null,
      handle: whole(wire['handle']),
    });
    return error;
  }

  #content(object: object, node: readonly unknown[]): void {
    const [kind, first, frozen] = node;
    // An array that became an object could bring methods of its own along.
    if ((kind === 'o' || kind === 'N') && !isRecord(object))
      throw new CrossingError('another kind of object');
    if (kind === 'a' && Array.isArray(object)) this.#fillArray(object, list(first));
    else if (kind === 'o' || kind === 'N') this.#fillObject(object, list(first));
    else if (kind === 'e' && types.isNativeError(object))
      this.#fillProperties(object, list(record(first)['properties']).filter(isSoundOfError));
    else if (kind === 'm' && object instanceof Map) {
      object.clear();
      for (const pair of list(first)) {
        const [key, item] = list(pair);
        object.set(this.value(key), this.value(item));
      }
    } else if (kind === 't' && object instanceof Set) {
      object.clear();
      for (const item of list(first)) object.add(this.value(item));
    } else if (kind === 'B' && ArrayBuffer.isView(object)) fillBytes(object, text(frozen));
    if ((kind === 'a' || kind === 'o' || kind === 'N') && frozen === 1) Object.freeze(object);
  }

  #fillArray(array: unknown[], items: readonly unknown[]): void {
    array.length = 0;
    array.length = items.length;
    items.forEach((item, at) => {
      const hole = Array.isArray(item) && item[0] === 'h';
      const value = this.value(item);
      if (!hole) array[at] = value;
    });
  }

  #fillObject(object: object, entries: readonly unknown[]): void {
    for (const key of Object.keys(object)) Reflect.deleteProperty(object, key);
    this.#fillProperties(object, entries);
  }

  #fillProperties(object: object, entries: readonly unknown[]): void {
    for (const entry of entries) {
      const [key, item] = list(entry);
      const value = this.value(item);
      if (key === FAULT || (key === MATCH && typeof value === 'function')) continue;
      Object.defineProperty(object, text(key), {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
  }

  #count(more: number): void {
    this.#values += more;
    if (this.#values > 2 * MAX_VALUES) throw new CrossingError(`more than ${MAX_VALUES} values`);
  }
}

/** A name, message or stack that is no text could decide by its methods what it says. */
function isSoundOfError(entry: unknown): boolean {
  const [key, item] = list(entry);
  return typeof item === 'string' || !TEXTS.has(key);
}

function isRecord(object: object): boolean {
  return !types.isProxy(object) && Object.prototype.toString.call(object) === '[object Object]';
}

function bigint(digits: string): bigint {
  if (digits.length > MAX_DIGITS) throw new CrossingError(`a bigint of more than ${MAX_DIGITS} digits`);
  return BigInt(digits);
}

function bytesOf(name: string, base64: string): object {
  const bytes = Buffer.from(base64, 'base64');
  const buffer = new Uint8Array(bytes).buffer;
  if (name === 'ArrayBuffer') return buffer;
  const Class = BYTE_CLASSES.get(name);
  if (Class === undefined) throw new CrossingError('an unknown class of bytes');
  return new Class(buffer);
}

function fillBytes(view: ArrayBufferView, base64: string): void {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.byteLength !== view.byteLength) return;
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength).set(bytes);
}
