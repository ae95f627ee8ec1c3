import { FAULT, MATCH, type FunctionShape, type InstanceShape } from '../values/wire.ts';
import type { Target } from '../values/requests.ts';
import type { Caller } from './caller.ts';

/**
 * Names that decide for a test framework whether a value equals another, or whose fault an error is: a submission
 * is never asked for them, whatever it has under them.
 */
const OURS = new Set([FAULT, MATCH]);

/** Names that test frameworks and printers look for on any value; asking the submission for them is no use. */
const PROBES = new Set([
  ...OURS,
  'then',
  'toJSON',
  '$$typeof',
  'nodeType',
  'tagName',
  'inspect',
  'toString',
  'valueOf',
  'hasAttribute',
  'constructor',
  'getMockName',
  '_isMockFunction',
]);

/** Whether test frameworks and printers look for this name on any value. */
export function isProbe(name: string): boolean {
  return PROBES.has(name) || name.startsWith('@@__');
}

/** What every function has of its own; objects may well have a name or a length that means something. */
const FUNCTION_PROBES = new Set([
  ...PROBES,
  'prototype',
  'call',
  'apply',
  'bind',
  'caller',
  'arguments',
  'name',
  'length',
]);

/** Makes what stands in a test for the functions and objects that stay in the submission. */
export class Stubs {
  readonly #caller: Caller;
  readonly #known = new Map<number, object>();
  readonly #promises = new Map<number, Promise<unknown>>();

  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /** A function or class of the submission, told by where it is. `handle`: set when it is known by that alone. */
  callable(target: Target, shape: FunctionShape, handle: number | null = null): object {
    const caller = this.#caller;
    const known = handle === null ? undefined : this.#known.get(handle);
    if (known !== undefined) return known;
    // An ordinary function, because an arrow function cannot be used with `new`.
    const base = function (): undefined {
      return undefined;
    };
    Object.defineProperties(base, { name: { value: shape.name }, length: { value: shape.length } });
    const stub: object = new Proxy(base, {
      apply: (_base, self: unknown, args: unknown[]) => caller.call('call', this.#bound(target, self), args),
      construct: (_base, args: unknown[]) => Object(caller.call('construct', target, args)) as object,
      get: (_base, key) => {
        if (key === Symbol.hasInstance) return (value: unknown) => this.#isInstance(target, value);
        if (typeof key === 'symbol' || FUNCTION_PROBES.has(key)) return Reflect.get(base, key) as unknown;
        return this.#member(target, key);
      },
      set: (_base, key, value) => this.#set(target, key, value),
    });
    if (handle !== null) this.#remember(handle, stub);
    return stub;
  }

  /** An object of the submission: methods run there, properties are read and written there. */
  readonly instance = (handle: number, shape: InstanceShape): object => {
    const known = this.#known.get(handle);
    if (known !== undefined) return known;
    const caller = this.#caller;
    const target: Target = { handle };
    const names = new Set(shape.methods.filter((name) => !OURS.has(name)));
    // Made when a test reads them: a submission may name very many.
    const methods = new Map<string, object>();
    const base = namedBase(shape.type);
    const stub = new Proxy(base, {
      get: (_base, key) => {
        if (key === Symbol.iterator && shape.iterable) return () => this.#iterator(handle, '@@iterator');
        if (key === Symbol.asyncIterator && shape.asyncIterable)
          return () => this.#iterator(handle, '@@asyncIterator');
        if (typeof key === 'symbol') return Reflect.get(base, key) as unknown;
        if (names.has(key)) {
          const method = methods.get(key) ?? this.#method(handle, key);
          methods.set(key, method);
          return method;
        }
        if (PROBES.has(key)) return Reflect.get(base, key) as unknown;
        return caller.ask(target, { op: 'get', target, key });
      },
      set: (_base, key, value) => this.#set(target, key, value),
      has: (_base, key) =>
        typeof key === 'string' && !OURS.has(key) && caller.ask(target, { op: 'has', target, key }) === true,
      ownKeys: () => this.#keys(target),
      getOwnPropertyDescriptor: (_base, key) => {
        if (typeof key === 'symbol' || !this.#keys(target).includes(key)) return undefined;
        const value: unknown = caller.ask(target, { op: 'get', target, key });
        return { value, writable: true, enumerable: true, configurable: true };
      },
    });
    this.#remember(handle, stub);
    return stub;
  };

  readonly function = (handle: number, shape: FunctionShape): object =>
    this.callable({ handle }, shape, handle);

  /** What a regular expression of the submission finds. */
  readonly match = (handle: number, text: string, lastIndex: number): unknown => {
    const target: Target = { handle };
    return this.#caller.ask(target, { op: 'match', target, text, lastIndex });
  };

  /** A promise inside a value; settled as soon as it is there. */
  readonly promise = (handle: number): Promise<unknown> => {
    const known = this.#promises.get(handle);
    if (known !== undefined) return known;
    const target: Target = { handle };
    const promise = this.#caller.settle(target);
    // Nobody may ever look at it; a rejection is told to those who do.
    promise.catch(() => undefined);
    this.#promises.set(handle, promise);
    return promise;
  };

  /** A property of a function or class; a function among them is called on it, as static methods are. */
  #member(target: Target, key: string): unknown {
    const value = this.#caller.ask(target, { op: 'get', target, key });
    if (typeof value !== 'function' || target.key !== undefined) return value;
    return this.callable({ ...target, key }, { name: key, length: 0 });
  }

  #keys(target: Target): string[] {
    const keys = this.#caller.ask(target, { op: 'keys', target }) as string[];
    return keys.filter((key) => !OURS.has(key));
  }

  #method(handle: number, key: string): object {
    return this.callable({ handle, key }, { name: key, length: 0 });
  }

  #iterator(handle: number, key: string): unknown {
    return this.#caller.call('call', { handle, key }, []);
  }

  /** A method read from one object and called on another runs there on the other. */
  #bound(target: Target, self: unknown): Target {
    if (!('handle' in target) || target.key === undefined || typeof self !== 'object' || self === null)
      return target;
    const owner = this.#caller.peer.stubs.get(self);
    return owner === undefined ? target : { handle: owner, key: target.key };
  }

  #isInstance(target: Target, value: unknown): boolean {
    if (typeof value !== 'object' || value === null || !this.#caller.peer.stubs.has(value)) return false;
    const { peer } = this.#caller;
    return this.#caller.ask(target, { op: 'instanceof', target, value: peer.encode(value) }) === true;
  }

  #set(target: Target, key: string | symbol, value: unknown): boolean {
    if (typeof key === 'symbol') return false;
    return (
      this.#caller.ask(target, { op: 'set', target, key, value: this.#caller.peer.encode(value) }) === true
    );
  }

  #remember(handle: number, stub: object): void {
    this.#known.set(handle, stub);
    this.#caller.peer.stubs.set(stub, handle);
  }
}

/** An empty object whose class has the name of the submission's, for messages. */
function namedBase(type: string): object {
  const named = (): void => undefined;
  Object.defineProperty(named, 'name', { value: type });
  return Object.create({ constructor: named }) as object;
}
