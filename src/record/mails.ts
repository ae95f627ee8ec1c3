/**
 * The e-mail addresses that a payload of GitHub's gives to somebody of one of these names: GitHub puts them beside a commit's author,
 * committer and pusher. Pure.
 */
export function mailsOf(payload: unknown, names: ReadonlySet<string>): string[] {
  const known = new Set([...names].map((name) => name.toLowerCase()));
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(look);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const all = Object.entries(value);
    const texts = new Map(all.flatMap(([key, each]) => (typeof each === 'string' ? [[key, each]] : [])));
    const mail = texts.get('email');
    const isTheirs = ['login', 'username', 'name'].some((key) =>
      known.has((texts.get(key) ?? '').toLowerCase()),
    );
    if (mail !== undefined && mail !== '' && isTheirs) found.add(mail);
    for (const [, each] of all) look(each);
  };
  look(payload);
  return [...found];
}
