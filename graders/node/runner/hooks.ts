import { troubleWithin } from './troubles.ts';

/** What a hook is told of: the suite that it is for, or the test. */
interface Context {
  name: string;
  readonly fullName: string;
}
type Hook = (this: unknown, context: Context) => unknown;
type Declare = (hook?: unknown, options?: unknown) => unknown;

/** Marks a hook of ours: it speaks of the trouble of others. By a shared symbol, because this module is bundled into several files. */
const OURS = Symbol.for('touchstone.own-hook');

/** A hook that is not watched itself. */
export function ownHook<Own extends object>(hook: Own): Own {
  Reflect.set(hook, OURS, true);
  return hook;
}

/** The name of node:test's own outermost test, which has no full name. */
const ROOT = '<root>';

/**
 * Keeps trouble that hooks of a test file meet with the tests that they are for. To be called before anything in the
 * process imports node:test: what that exports is fixed then. `beforeEach` needs none of it: it runs within its test.
 */
export function watchHooks(): void {
  const framework: object = process.getBuiltinModule('node:test');
  for (const kind of ['before', 'after', 'afterEach'] as const) {
    const declare = Reflect.get(framework, kind) as Declare;
    Reflect.set(framework, kind, (hook?: unknown, options?: unknown) =>
      declare(mayBeWatched(hook) ? watched(kind, hook) : hook, options),
    );
  }
}

/** One with a second parameter ends by calling that. */
function mayBeWatched(hook: unknown): hook is Hook {
  return typeof hook === 'function' && hook.length < 2 && !(OURS in hook);
}

function watched(kind: 'before' | 'after' | 'afterEach', hook: Hook): Hook {
  return async function (this: unknown, context) {
    const whom = context.name === ROOT ? '' : context.fullName;
    // What is met after the tests of a suite can change nothing about them.
    await troubleWithin(kind === 'after' ? null : whom, () => Reflect.apply(hook, this, [context]));
  };
}
