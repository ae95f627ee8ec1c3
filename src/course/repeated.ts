import type { Remark } from './finding.ts';

/**
 * One remark for each name that was used before, at the place of its repetition. `key`: what two names have in common where they are
 * taken for the same; by default the name itself.
 */
export function repeated(
  named: readonly { name: string; key?: string; path: PropertyKey[] }[],
  what: string,
): Remark[] {
  const seen = new Set<string>();
  return named.flatMap(({ name, key = name, path }): Remark[] => {
    if (seen.has(key)) return [{ level: 'error', path, message: `the ${what} "${name}" is there twice` }];
    seen.add(key);
    return [];
  });
}
