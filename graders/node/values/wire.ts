/**
 * How values cross between the test and the submission: as tagged JSON, by copy.
 *
 * A graph is a flat table of nodes, one for each object, and the root value. A value is a JSON primitive or a tag:
 * `['r', n]` is node n, so shared and circular references survive; functions, promises and instances stay where
 * they are and cross as handles.
 */
export type Wire = null | boolean | string | number | WireTag;

export type WireTag =
  | ['u']
  /** NaN, Infinity, -Infinity or -0. */
  | ['n', string]
  | ['b', string]
  /** A symbol: only its description crosses. */
  | ['s', string]
  | ['r', number]
  /** A hole in an array. */
  | ['h']
  | ['f', number, FunctionShape]
  | ['i', number, InstanceShape]
  | ['p', number]
  /** Something that the receiver handed over before: its own function, instance or error, by its handle. */
  | ['y', number];

export interface FunctionShape {
  name: string;
  length: number;
}

export interface InstanceShape {
  /** Name of its class. */
  type: string;
  /** Names of its methods, its class's included, so that reading one costs no question. */
  methods: string[];
  iterable: boolean;
  asyncIterable: boolean;
}

export type WireEntries = [string, Wire][];

export type WireNode =
  /** An array; 1 at the end when it is frozen, as everywhere below. */
  | ['a', Wire[], 0 | 1]
  /** A plain object: own enumerable properties. */
  | ['o', WireEntries, 0 | 1]
  /** The same without a prototype. */
  | ['N', WireEntries, 0 | 1]
  /** A date; null when invalid. */
  | ['d', number | null]
  | ['m', [Wire, Wire][]]
  | ['t', Wire[]]
  /** A regular expression; from the learner's side with a handle, because it is run there. */
  | ['x', string, string, number | null]
  /** Bytes, base64, under the name of their typed array (or `ArrayBuffer`). */
  | ['B', string, string]
  | ['e', WireError];

export interface WireError {
  /** The built-in class that it is one of. */
  base: string;
  name: string;
  message: string;
  properties: WireEntries;
  /** Where in the submission it was made; from the learner's side alone. */
  file: string | null;
  line: number | null;
  /** The sender's handle for this error, so that it is the same object when it comes back. */
  handle: number;
}

export interface Graph {
  root: Wire;
  nodes: WireNode[];
}

/** Most values in one graph. */
export const MAX_VALUES = 100_000;
/** Deepest nesting of one graph. */
export const MAX_DEPTH = 200;
/** Longest message, as JSON, in characters (1 MiB). */
export const MAX_LENGTH = 1024 * 1024;

/**
 * The property under which the runner notes on an error whose fault it is (runner/fault.ts). No object that crosses
 * may bring it along.
 */
export const FAULT = '@@touchstone-fault';

/** The method by which a value tells vitest itself whether it equals another. No value that crosses may bring it along. */
export const MATCH = 'asymmetricMatch';

/** The built-in error classes: an error that crosses becomes one of these and no other. */
export const ERROR_BASES: ReadonlyMap<string, new (message: string) => Error> = new Map<
  string,
  new (message: string) => Error
>([
  ['Error', Error],
  ['TypeError', TypeError],
  ['RangeError', RangeError],
  ['SyntaxError', SyntaxError],
  ['ReferenceError', ReferenceError],
  ['EvalError', EvalError],
  ['URIError', URIError],
]);

/** The classes whose bytes cross by copy. */
export const BYTE_CLASSES = new Map<string, new (buffer: ArrayBuffer) => ArrayBufferView>([
  ['Uint8Array', Uint8Array],
  ['Uint8ClampedArray', Uint8ClampedArray],
  ['Int8Array', Int8Array],
  ['Uint16Array', Uint16Array],
  ['Int16Array', Int16Array],
  ['Uint32Array', Uint32Array],
  ['Int32Array', Int32Array],
  ['Float32Array', Float32Array],
  ['Float64Array', Float64Array],
  ['BigInt64Array', BigInt64Array],
  ['BigUint64Array', BigUint64Array],
  ['DataView', DataView],
]);

/** Thrown where a value cannot cross; the message says which and why. */
export class CrossingError extends Error {
  override readonly name = 'CrossingError';
}
