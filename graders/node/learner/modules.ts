import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ALL } from '../values/requests.ts';
import { SUBMISSION, withoutFolder } from './place.ts';

/** What a module exports: by name, how the tests may use it. */
export type ExportKinds = Record<string, 'function' | 'value'>;

/** The modules of the submission that were loaded in this process. */
export class Modules {
  readonly #loaded = new Map<string, object>();

  /** Loads a module once; rejects with the learner's own error, its messages told without this sandbox's folders. */
  async load(module: string): Promise<ExportKinds> {
    const file = join(SUBMISSION, module);
    if (!existsSync(file)) throw new Error(`There is no file ${module} in the submission.`);
    try {
      const namespace = (await import(pathToFileURL(file).href)) as object;
      this.#loaded.set(module, namespace);
      return kindsOf(exportsOf(namespace), 'module.exports' in namespace);
    } catch (error) {
      if (error instanceof Error) error.message = withoutFolder(error.message);
      throw error;
    }
  }

  has(module: string): boolean {
    return this.#loaded.has(module);
  }

  export(module: string, name: string): unknown {
    const namespace = this.#loaded.get(module);
    if (namespace === undefined) return undefined;
    const exports = exportsOf(namespace);
    if (name === ALL) return exports;
    const value: unknown = Reflect.get(exports, name);
    return value === undefined && name === 'default' ? exports : value;
  }
}

/** Node puts only some names of a CommonJS module on its namespace; `module.exports` has them all. */
function exportsOf(namespace: object): object {
  if (!('module.exports' in namespace)) return namespace;
  const exports = namespace['module.exports'];
  return (typeof exports === 'object' || typeof exports === 'function') && exports !== null
    ? exports
    : namespace;
}

function kindsOf(exports: object, commonJs: boolean): ExportKinds {
  const kinds: ExportKinds = {};
  for (const name of Object.keys(exports)) {
    kinds[name] = typeof Reflect.get(exports, name) === 'function' ? 'function' : 'value';
  }
  // The default export of a CommonJS module is all of it.
  if (commonJs) kinds['default'] ??= typeof exports === 'function' ? 'function' : 'value';
  return kinds;
}
