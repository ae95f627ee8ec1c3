/** What a commit says of one of those who made it. */
export interface Maker {
  /** The account that GitHub knows behind the address; null where it knows none. */
  id: number | null;
  /** The address that stands in the commit, which anybody can put there. */
  email: string;
}

/** `12345+ada@users.noreply.github.com`: the address that GitHub gives to an account, with its number. */
const NOREPLY = /^(\d+)\+[^@]+@users\.noreply\./i;

/** `Co-authored-by: Ada <ada@example.org>`, one a line, at the end of a commit's message. */
const TRAILER = /^co-authored-by:[^<\n]*<([^>\n]+)>\s*$/gim;

/** The addresses that a commit's message names as those of co-authors, wherever in it they stand. */
export function coAuthors(message: string): string[] {
  return [...message.matchAll(TRAILER)].map(([, email = '']) => email.trim());
}

/**
 * The accounts that had a hand in some commits. Whatever a commit says of itself can be forged. A forged name can only take
 * somebody's right to sign off away, and never give one: another member of staff signs off then.
 */
export function accountsBehind(makers: readonly Maker[]): Set<number> {
  return new Set(
    makers.flatMap(({ id, email }) => {
      const numbered = NOREPLY.exec(email.trim())?.[1];
      return [...(id === null ? [] : [id]), ...(numbered === undefined ? [] : [Number(numbered)])];
    }),
  );
}
