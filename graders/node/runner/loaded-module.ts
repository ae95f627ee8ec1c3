import { types } from 'node:util';
import { ALL, type Target } from '../values/requests.ts';
import type { Caller } from './caller.ts';
import { noteFault } from './fault.ts';
import type { Stubs } from './stubs.ts';
import { noteMissing } from './missing/missing-exports.ts';
import { isProbe } from './stubs.ts';
import { inTest, noteTrouble } from './troubles.ts';

/** What a module exports: by name, how the tests may use it. */
type ExportKinds = Readonly<Record<string, 'function' | 'value'>>;

/** How a module's loading went: what it exports, or the error that its use throws. */
export type Loading = { exports: ExportKinds } | { error: unknown };

/** The exports of a module as the learner's side told them; anything that is not in that form is left out. */
export function exportKinds(told: unknown): ExportKinds {
  const plain = typeof told === 'object' && told !== null && !types.isProxy(told);
  const entries: [string, unknown][] = plain ? Object.entries(told) : [];
  return Object.fromEntries(
    entries.flatMap(([name, kind]) => (kind === 'function' || kind === 'value' ? [[name, kind]] : [])),
  );
}

/**
 * What `submission.load` resolves to. It never throws by itself: a module that could not be loaded, or an export
 * that is missing, gives a function that throws the reason when it is called, and each test that may use it fails. So
 * every test is reported.
 */
export function loadedModule(module: string, loading: Loading, caller: Caller, stubs: Stubs): object {
  const known = new Map<string, unknown>();
  const exports = 'exports' in loading ? loading.exports : {};

  const notGiven = (name: string, error: unknown): unknown => {
    if (isProbe(name)) return undefined;
    if (inTest()) noteTrouble(error);
    else noteMissing(name, error);
    return failing(error);
  };

  const valueOf = (target: Target, key: string): unknown => {
    try {
      return caller.ask(target, { op: 'get', target: { module, name: ALL }, key });
    } catch (error) {
      if (inTest()) throw error;
      return notGiven(key, error);
    }
  };

  const member = (name: string): unknown => {
    const target: Target = { module, name };
    const kind = Object.hasOwn(exports, name) ? exports[name] : undefined;
    if (kind === 'value') return valueOf(target, name);
    if (kind === undefined) return notGiven(name, 'error' in loading ? loading.error : missing(module, name));
    if (!known.has(name)) known.set(name, stubs.callable(target, { name, length: 0 }));
    return known.get(name);
  };

  return new Proxy(Object.create(null) as object, {
    get: (_base, key) => (typeof key === 'symbol' || key === 'then' ? undefined : member(key)),
    has: (_base, key) => typeof key === 'string' && Object.hasOwn(exports, key),
    ownKeys: () => Object.keys(exports),
    getOwnPropertyDescriptor: (_base, key) =>
      typeof key === 'string' && Object.hasOwn(exports, key)
        ? { value: member(key), writable: false, enumerable: true, configurable: true }
        : undefined,
  });
}

function missing(module: string, name: string): Error {
  const message = `${module} does not export ${name}`;
  const place = { file: module, line: 1 };
  return noteFault(new TypeError(message), {
    kind: 'learner',
    name: 'TypeError',
    message,
    ...place,
    beforeAnyCall: true,
  });
}

function failing(error: unknown): object {
  const fail = (): never => {
    throw noteTrouble(error);
  };
  return new Proxy(fail, { construct: fail });
}
