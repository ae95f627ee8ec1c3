import type { StyleLanguage } from '../../../../../src/sandbox/analysis/style.ts';
import type { ImportFound } from '../shape.ts';
import { resolvePython } from './resolve-python.ts';
import { resolveScript } from './resolve-script.ts';

/** A module of the project, and what its text imports. */
export interface Module {
  path: string;
  language: StyleLanguage;
  imports: readonly ImportFound[];
  /** What its version in the starter imports; the same where the file is the starter's as it was. */
  importsBefore: readonly ImportFound[];
  /** How many imports there are besides. */
  moreImports: number;
  /** Whether it counts. */
  counted: boolean;
}

/** One module imports another one, or itself. */
export interface Edge {
  from: string;
  to: string;
  line: number;
  typeOnly: boolean;
}

/** The modules of the project that some imports name, each once; one that is needed at run time is not for types alone. */
export function edgesOf(
  { path, language }: Pick<Module, 'path' | 'language'>,
  imports: readonly ImportFound[],
  modules: ReadonlySet<string>,
): Edge[] {
  const edges = new Map<string, Edge>();
  for (const found of imports) {
    const targets =
      language === 'Python'
        ? resolvePython(path, found, modules)
        : [resolveScript(path, found.source, modules)].filter((target) => target !== null);
    for (const to of targets) {
      const known = edges.get(to);
      if (known === undefined || (known.typeOnly && !found.typeOnly))
        edges.set(to, { from: path, to, line: found.line, typeOnly: found.typeOnly });
    }
  }
  return [...edges.values()];
}
