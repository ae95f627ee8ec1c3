import { posix } from 'node:path';
import type { ModuleKind } from './finding.ts';

/**
 * Which system of modules Node takes a file for: by the end of its name, else by `type` of the nearest package.json.
 * `types`: what each package.json says, by its folder.
 */
export function moduleKind(path: string, types: ReadonlyMap<string, ModuleKind>): ModuleKind {
  if (/\.m[jt]s$/.test(path)) return 'module';
  if (/\.c[jt]s$/.test(path)) return 'commonjs';
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    const type = types.get(folder);
    if (type !== undefined) return type;
    if (folder === '.' || folder === '/') return null;
  }
}
