import { z } from 'zod';

/** How GitHub describes somebody wherever a payload names them. */
const Account = z.object({ id: z.number().int(), login: z.string(), type: z.literal('User') });
/** How it describes the author, the committer or the pusher of commits. */
const Author = z.object({
  email: z.string().min(1),
  name: z.string().nullish(),
  username: z.string().nullish(),
});

export type Account = z.infer<typeof Account>;

/** Everybody whom a payload of GitHub's describes by number and login; organisations and Apps are nobody. Pure. */
export function accountsIn(payload: unknown): Account[] {
  const found = new Map<string, Account>();
  for (const each of objectsIn(payload)) {
    const account = Account.safeParse(each).data;
    if (account !== undefined) found.set(`${account.id} ${account.login}`, account);
  }
  return [...found.values()];
}

/** All that a payload says of one person alone: accounts of their number, and authors of commits of their names. Pure. */
export function partsAbout(
  payload: unknown,
  { id, names }: { id: number; names: readonly string[] },
): (Account | z.infer<typeof Author>)[] {
  const known = new Set(names.map((name) => name.toLowerCase()));
  const authors = [...objectsIn(payload)].flatMap((each) => {
    const author = Author.safeParse(each).data;
    if (author === undefined) return [];
    const isTheirs = [author.username, author.name].some((name) => known.has((name ?? '').toLowerCase()));
    return isTheirs ? [author] : [];
  });
  const parts = [...accountsIn(payload).filter((account) => account.id === id), ...authors];
  return [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()];
}

function* objectsIn(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return;
  yield value;
  for (const each of Object.values(value)) yield* objectsIn(each);
}
