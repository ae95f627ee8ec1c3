import { posix } from 'node:path';

/** Ends of names that an import may leave out. */
const EXTENSIONS = ['.js', '.ts', '.jsx', '.tsx', '.mjs', '.mts', '.cjs', '.cts'];
/** What a name in an import may stand for once types are gone. */
const SOURCES: Record<string, readonly string[]> = {
  '.js': ['.ts', '.tsx', '.jsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};
/** Beginnings that no package has: short names for the project's own folders, and paths of a web site. */
const SHORT = /^(?:[@~]\/|#\/?|~|\/)(?=[\p{L}\p{N}_.])/u;
const FOLDERS = ['', 'src', 'lib', 'app'];

/** The module of a project that an import of JavaScript or TypeScript names; null where it is none of them. */
export function resolveScript(importer: string, source: string, modules: ReadonlySet<string>): string | null {
  const folder = posix.dirname(importer);
  const named = source.replace(/(?<=.)[?#].*$/s, '');
  if (/^\.\.?(?:\/|$)/.test(named)) return moduleAt(posix.join(folder, named), modules);
  if (!SHORT.test(named)) return null;
  const rest = named.replace(SHORT, '');
  const roots = ancestors(folder).flatMap((root) => FOLDERS.map((inner) => posix.join(root, inner, rest)));
  return roots.map((path) => moduleAt(path, modules)).find((path) => path !== null) ?? null;
}

function moduleAt(path: string, modules: ReadonlySet<string>): string | null {
  const extension = posix.extname(path);
  const bare = path.slice(0, path.length - extension.length);
  const names = [
    path,
    ...(SOURCES[extension] ?? []).map((other) => `${bare}${other}`),
    ...EXTENSIONS.map((other) => `${path}${other}`),
    ...EXTENSIONS.map((other) => posix.join(path, `index${other}`)),
  ];
  return names.find((name) => modules.has(name)) ?? null;
}

/** A folder and those that it is in, up to `.`. */
export function ancestors(folder: string): string[] {
  const all = [folder];
  for (let inner = folder; posix.dirname(inner) !== inner; inner = posix.dirname(inner))
    all.push(posix.dirname(inner));
  return all;
}
