/** What a commit says of one of those who made it. */
export interface Maker {
  /** The account that GitHub knows behind the address; null where it knows none. */
  id: number | null;
  /** The address that stands in the commit, which anybody can put there. */
  email: string;
}

/** Somebody who may have had a hand in something. */
export interface Account {
  id: number;
  login: string;
  /** Addresses that they commit with, as far as they are known. */
  emails: readonly string[];
}

/** `12345+ada@users.noreply.github.com`, and without the number in accounts from before 2017: what GitHub gives to an account. */
const NOREPLY = /^(?:(\d+)\+)?([^@+]+)@users\.noreply\./i;

/**
 * `Co-authored-by: Ada <ada@example.org>`, however it is written: git folds what is long into lines that begin with a blank. People put
 * more behind it, or leave the brackets out.
 */
const TRAILER = /^[ \t>]*co-authored-by[ \t]*:(.*(?:\r?\n[ \t]+.*)*)/gim;
const ADDRESS = /[^\s<>()[\],;:"]+@[^\s<>()[\],;:"]+/g;

/** The addresses that a commit's message names as those of co-authors, wherever in it they stand. */
export function coAuthors(message: string): string[] {
  return [...message.matchAll(TRAILER)].flatMap(([, people = '']) => people.match(ADDRESS) ?? []);
}

/**
 * The accounts that GitHub names as those of some commits' makers, by its numbers: of the addresses it names not all. Whatever a
 * commit says of itself can be forged. A forged name can only take somebody's right to look at it away, and never give one.
 */
export function accountsBehind(makers: readonly Maker[]): Set<number> {
  return new Set(
    makers.flatMap(({ id, email }) => {
      const [, numbered] = NOREPLY.exec(email.trim()) ?? [];
      return [...(id === null ? [] : [id]), ...(numbered === undefined ? [] : [Number(numbered)])];
    }),
  );
}

/** Whether somebody had a hand in some commits. */
export function hadAHand({ id, login, emails }: Account, makers: readonly Maker[]): boolean {
  if (accountsBehind(makers).has(id)) return true;
  const known = new Set(emails.map((email) => email.toLowerCase()));
  return makers.some((maker) => {
    const email = maker.email.trim().toLowerCase();
    const [, number, name] = NOREPLY.exec(email) ?? [];
    return known.has(email) || (number === undefined && name === login.toLowerCase());
  });
}
