import { posix } from 'node:path';
import type { ImportFound } from '../shape.ts';
import { ancestors } from './resolve-script.ts';

/** The modules of a project that an import of Python names. */
export function resolvePython(
  importer: string,
  { source, names }: Pick<ImportFound, 'source' | 'names'>,
  modules: ReadonlySet<string>,
): string[] {
  const folder = posix.dirname(importer);
  const [dots = ''] = /^\.*/.exec(source) ?? [];
  const inner = source.slice(dots.length).split('.').join('/');
  if (dots !== '') {
    const up = Array.from({ length: dots.length - 1 }, () => '..');
    return modulesAt(posix.join(folder, ...up, inner), names, modules);
  }
  const roots = rootsOf(folder, modules).map((root) => modulesAt(posix.join(root, inner), names, modules));
  return roots.find((found) => found.length > 0) ?? [];
}

/** Where Python may look: beside the program, which is not within a package, and where tools usually start it. */
function rootsOf(folder: string, modules: ReadonlySet<string>): string[] {
  const outside = ancestors(folder);
  while (outside.length > 1 && isPackage(outside[0] ?? '', modules)) outside.shift();
  return [...outside, 'src'];
}

function isPackage(folder: string, modules: ReadonlySet<string>): boolean {
  return modules.has(posix.join(folder, '__init__.py'));
}

/** What is taken from a package is a module of it, or else something that the package itself has. */
function modulesAt(path: string, names: readonly string[], modules: ReadonlySet<string>): string[] {
  const itself = moduleAt(path, modules);
  if (names.length === 0) return itself === null ? [] : [itself];
  const inner = names.map((name) => moduleAt(posix.join(path, name), modules));
  const found = inner.filter((module) => module !== null);
  return itself !== null && found.length < names.length ? [itself, ...found] : found;
}

function moduleAt(path: string, modules: ReadonlySet<string>): string | null {
  const names = [posix.join(path, '__init__.py'), `${path}.py`, `${path}.pyw`];
  return names.find((name) => modules.has(name)) ?? null;
}
