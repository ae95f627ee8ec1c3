import { types } from 'node:util';
import {
  BYTE_CLASSES,
  CrossingError,
  ERROR_BASES,
  MAX_DEPTH,
  MAX_VALUES,
  type Graph,
  type Wire,
  type WireEntries,
  type WireNode,
  type WireTag,
} from './wire.ts';

/** How one side names what does not cross by copy. */
export interface Naming {
  /** The tag of a function, promise, instance, or of something that came from the other side; throws a CrossingError. */
  tag: (value: object) => WireTag;
  /** True for an object that must cross as a handle and not by copy. */
  stays: (value: object) => boolean;
  errorPlace: (error: Error) => { file: string | null; line: number | null };
  errorHandle: (error: Error) => number;
  /** Null where the other side may run it itself. */
  regExpHandle: (regExp: RegExp) => number | null;
}

/** A graph while it is written; `objects[i]` is what node i was made from. */
export class GraphWriter {
  readonly nodes: WireNode[] = [];
  readonly objects: object[];
  readonly #index = new Map<object, number>();
  readonly #naming: Naming;
  #values = 0;

  /** `known`: objects whose node numbers the other side knows already (arguments that are sent back). */
  constructor(naming: Naming, known: readonly object[] = []) {
    this.#naming = naming;
    this.objects = [...known];
    known.forEach((object, at) => this.#index.set(object, at));
  }

  /** Writes the nodes of all known objects anew. */
  rewriteKnown(): void {
    const count = this.objects.length;
    for (let at = 0; at < count; at += 1) {
      const object = this.objects[at];
      if (object !== undefined) this.nodes[at] = this.#node(object, 0);
    }
  }

  value(value: unknown, depth = 0): Wire {
    this.#values += 1;
    if (this.#values > MAX_VALUES) throw new CrossingError(`more than ${MAX_VALUES} values`);
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'undefined':
        return ['u'];
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : ['n', Object.is(value, -0) ? '-0' : String(value)];
      case 'bigint':
        return ['b', String(value)];
      case 'symbol':
        return ['s', value.description ?? ''];
      case 'function':
        return this.#naming.tag(value);
      case 'object':
        return value === null ? null : this.#object(value, depth);
    }
  }

  #object(object: object, depth: number): Wire {
    const seen = this.#index.get(object);
    if (seen !== undefined) return ['r', seen];
    if (depth > MAX_DEPTH) throw new CrossingError(`nested more than ${MAX_DEPTH} deep`);
    if (this.#naming.stays(object)) return this.#naming.tag(object);
    const at = this.objects.push(object) - 1;
    this.#index.set(object, at);
    // The place is taken before the node is made: the object may contain itself.
    this.nodes[at] = ['a', [], 0];
    this.nodes[at] = this.#node(object, depth);
    return ['r', at];
  }

  #node(object: object, depth: number): WireNode {
    const frozen = Object.isFrozen(object) ? 1 : 0;
    if (Array.isArray(object)) return ['a', this.#items(object, depth), frozen];
    if (types.isDate(object)) return ['d', Number.isNaN(object.getTime()) ? null : object.getTime()];
    if (types.isMap(object)) {
      return [
        'm',
        [...object].map(([key, item]) => [this.value(key, depth + 1), this.value(item, depth + 1)]),
      ];
    }
    if (types.isSet(object)) return ['t', [...object].map((item) => this.value(item, depth + 1))];
    if (types.isRegExp(object)) return ['x', object.source, object.flags, this.#naming.regExpHandle(object)];
    if (types.isNativeError(object)) return ['e', this.#error(object, depth)];
    if (types.isAnyArrayBuffer(object)) return ['B', 'ArrayBuffer', Buffer.from(object).toString('base64')];
    if (ArrayBuffer.isView(object)) {
      const bytes = Buffer.from(object.buffer, object.byteOffset, object.byteLength);
      return ['B', byteClass(object), bytes.toString('base64')];
    }
    const prototype: unknown = Object.getPrototypeOf(object);
    return [prototype === null ? 'N' : 'o', this.#entries(object, depth), frozen];
  }

  #items(array: readonly unknown[], depth: number): Wire[] {
    if (array.length > MAX_VALUES) throw new CrossingError(`an array of more than ${MAX_VALUES} items`);
    const items: Wire[] = [];
    for (let at = 0; at < array.length; at += 1) {
      items.push(at in array ? this.value(array[at], depth + 1) : ['h']);
    }
    return items;
  }

  #entries(object: object, depth: number): WireEntries {
    return Object.entries(object).map(([key, item]) => [key, this.value(item, depth + 1)]);
  }

  #error(error: Error, depth: number): Extract<WireNode, ['e', unknown]>[1] {
    let base = 'Error';
    for (const [name, Class] of ERROR_BASES) if (error instanceof Class) base = name;
    return {
      base,
      name: said(error, 'name'),
      message: said(error, 'message'),
      properties: this.#entries(error, depth),
      ...this.#naming.errorPlace(error),
      handle: this.#naming.errorHandle(error),
    };
  }
}

/** One value as a graph of its own. */
export function encodeGraph(value: unknown, naming: Naming): { graph: Graph; objects: object[] } {
  const writer = new GraphWriter(naming);
  const root = writer.value(value);
  return { graph: { root, nodes: writer.nodes }, objects: writer.objects };
}

/** True for arrays, plain objects, and the built-in classes of `wire.ts`. */
export function isPlain(object: object): boolean {
  if (Array.isArray(object) || types.isDate(object) || types.isMap(object) || types.isSet(object))
    return true;
  if (types.isRegExp(object) || types.isNativeError(object)) return true;
  if (types.isAnyArrayBuffer(object) || ArrayBuffer.isView(object)) return true;
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || prototype === Object.prototype;
}

/** True for plain objects without methods and accessors, and whatever else `isPlain`. */
export function isPlainData(object: object): boolean {
  if (!isPlain(object)) return false;
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== null && prototype !== Object.prototype) return true;
  // An object with methods or accessors has a life of its own: a copy would lose its `this`.
  // An iterator is among them, under a symbol.
  return Reflect.ownKeys(object).every((key) => {
    const property = Reflect.getOwnPropertyDescriptor(object, key);
    return property !== undefined && 'value' in property && typeof property.value !== 'function';
  });
}

/** A submission may put anything in the place of an error's name and message. */
function said(error: Error, key: 'name' | 'message'): string {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : '';
}

function byteClass(view: ArrayBufferView): string {
  const name = Object.prototype.toString.call(view).slice(8, -1);
  return BYTE_CLASSES.has(name) ? name : 'Uint8Array';
}
