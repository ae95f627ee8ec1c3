import { types } from 'node:util';

/**
 * Goes over a value's parts in the way in which it is printed and compared: what is reached in several ways is met each
 * time, except within itself. Stops when `take` answers false.
 */
export function unfold(value: unknown, take: (part: unknown) => boolean): void {
  const path = new Set<object>();
  const visit = (at: unknown): boolean => {
    if (!take(at)) return false;
    if (typeof at !== 'object' || at === null || types.isProxy(at) || path.has(at)) return true;
    path.add(at);
    for (const part of partsOf(at)) if (!visit(part)) return false;
    path.delete(at);
    return true;
  };
  visit(value);
}

function partsOf(object: object): Iterable<unknown> {
  const own: unknown[] = Object.values(object);
  if (types.isMap(object)) return [...object.keys(), ...object.values(), ...own];
  if (types.isSet(object)) return [...object.values(), ...own];
  // Their bytes are no parts that could contain others.
  if (ArrayBuffer.isView(object)) return [];
  return types.isNativeError(object) ? [object.message, ...own] : own;
}
