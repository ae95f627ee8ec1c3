import type { Role } from './grammar.ts';
import type { Token } from './token.ts';

/** Names of a submission's own, which whoever copies it gives other ones. */
export interface OwnNames {
  variables: Set<string>;
  properties: Set<string>;
}

/** A token whose name is not looked up yet: whether it is the submission's own is known when all files are read. */
export interface RawToken extends Token {
  role: Role | null;
  /** Part of a name's being given a value that nothing comes of if nobody uses that name. */
  idle?: string;
}

const VARIABLE: ReadonlySet<Role> = new Set(['declares', 'declares-member']);
const PROPERTY: ReadonlySet<Role> = new Set(['declares-property', 'declares-member']);

/** Notes the name that a token declares, if it does. */
export function noteOwn({ role, word }: RawToken, own: OwnNames): void {
  if (role === null) return;
  if (VARIABLE.has(role)) own.variables.add(word);
  if (PROPERTY.has(role)) own.properties.add(word);
}

/** Says of each name whether it is the submission's own: then the name itself says nothing. */
export function withNames(tokens: readonly RawToken[], own: OwnNames): Token[] {
  return tokens.map(({ symbol, word, line, role }): Token => {
    if (role === null) return { symbol, word, line };
    const isProperty = role === 'property' || role === 'declares-property';
    if (isProperty) return { symbol: own.properties.has(word) ? 'p' : 'property', word, line };
    return { symbol: own.variables.has(word) ? 'v' : 'name', word, line };
  });
}

/** Without what gives a value to names that nobody uses. `uses`: see {@link usesOf}. */
export function withoutIdle(tokens: readonly RawToken[], uses: ReadonlyMap<string, number>): RawToken[] {
  return tokens.filter(({ idle }) => idle === undefined || (uses.get(idle) ?? 0) > 1);
}

/** How often each name stands in a submission. */
export function usesOf(leaves: Iterable<readonly RawToken[]>): Map<string, number> {
  const uses = new Map<string, number>();
  for (const file of leaves)
    for (const { role, word } of file) if (role !== null) uses.set(word, (uses.get(word) ?? 0) + 1);
  return uses;
}
