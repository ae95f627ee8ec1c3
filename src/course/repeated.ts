import type { Remark } from './finding.ts';

/** One remark for each name that was used before, at the place of its repetition. */
export function repeated(named: readonly { name: string; path: PropertyKey[] }[], what: string): Remark[] {
  const seen = new Set<string>();
  return named.flatMap(({ name, path }): Remark[] => {
    if (seen.has(name)) return [{ level: 'error', path, message: `the ${what} "${name}" is there twice` }];
    seen.add(name);
    return [];
  });
}
