/**
 * What kept the submission from answering in the test that runs now. A test such as `assert.throws(() => f(-1))`
 * would take such an error for the submission's own and pass; so each test that met one fails by a hook.
 */
interface Troubles {
  now: { error: unknown } | null;
  /** By the full name of the test that met it. */
  met: Map<string, unknown>;
}

// On the global object, because this module is bundled into several files of one process.
const KEY = Symbol.for('touchstone.troubles');
const held = globalThis as { [KEY]?: Troubles | undefined };

function troubles(): Troubles {
  return (held[KEY] ??= { now: null, met: new Map() });
}

export function noteTrouble<E>(error: E): E {
  troubles().now ??= { error };
  return error;
}

/** Throws the first trouble since the last call; run after each test, which is told by its full name. */
export function throwTrouble(test: string): void {
  const { now, met } = troubles();
  troubles().now = null;
  if (now === null) return;
  met.set(test, now.error);
  throw now.error;
}

/** The trouble that a test has met: it explains whatever else went wrong in it. */
export function troubleOf(test: string): unknown {
  return troubles().met.get(test);
}
