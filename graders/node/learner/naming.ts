import { types } from 'node:util';
import type { Handles } from '../values/handles.ts';
import { isPlainData, type Naming } from '../values/encode.ts';
import type { FunctionShape, InstanceShape, WireTag } from '../values/wire.ts';
import { placeOf } from './place.ts';

/** Handles of what belongs to the tests, by the stand-in that the learner's code was given for it. */
export type Foreign = WeakMap<object, number>;

/** Names what leaves the submission: functions, promises and objects with a life of their own stay here. */
export function learnerNaming(handles: Handles, foreign: Foreign): Naming {
  return {
    tag: (value): WireTag => {
      const theirs = foreign.get(value);
      if (theirs !== undefined) return ['y', theirs];
      if (typeof value === 'function') {
        return ['f', handles.of(value), functionShape(value)];
      }
      return types.isPromise(value) ? ['p', handles.of(value)] : ['i', handles.of(value), shapeOf(value)];
    },
    stays: (value) => foreign.has(value) || !isPlainData(value),
    errorPlace: (error) => placeOf(error),
    errorHandle: (error) => handles.of(error),
    regExpHandle: (regExp) => handles.of(regExp),
  };
}

/** A class may have static members called `name` and `length`, of any type. */
function functionShape(value: object): FunctionShape {
  const { name, length } = value as { name: unknown; length: unknown };
  return {
    name: typeof name === 'string' ? name : '',
    length: typeof length === 'number' ? Math.trunc(length) : 0,
  };
}

/** Methods of an object, its class's included; what `Object` itself brings is left out. */
function shapeOf(object: object): InstanceShape {
  const methods = new Set<string>();
  for (let at: object | null = object; at !== null && at !== Object.prototype; at = prototypeOf(at)) {
    for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (typeof property.value === 'function' && key !== 'constructor') methods.add(key);
    }
  }
  const constructor: unknown = Reflect.get(object, 'constructor');
  return {
    type: typeof constructor === 'function' ? constructor.name : 'Object',
    methods: [...methods],
    iterable: typeof Reflect.get(object, Symbol.iterator) === 'function',
    asyncIterable: typeof Reflect.get(object, Symbol.asyncIterator) === 'function',
  };
}

function prototypeOf(object: object): object | null {
  return Object.getPrototypeOf(object) as object | null;
}
