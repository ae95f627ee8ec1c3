// On the global object, because the driver and the file that it runs are bundled apart.
const ERRORS = Symbol.for('touchstone.loadErrors');
const found = globalThis as { [ERRORS]?: unknown[] | undefined };

/** What test files threw while they were loaded in this process. */
export function loadErrors(): unknown[] {
  found[ERRORS] ??= [];
  return found[ERRORS];
}
