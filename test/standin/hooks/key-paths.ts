/** Every key of a value by its way from the top: `pull_request.head.ref`, `commits[].id`. */
export function keyPaths(value: unknown, at = ''): Set<string> {
  if (Array.isArray(value)) return union(value.map((item: unknown) => keyPaths(item, `${at}[]`)));
  if (value === null || typeof value !== 'object') return new Set();
  return union(
    Object.entries(value).map(([key, inner]) => {
      const path = at === '' ? key : `${at}.${key}`;
      return new Set([path, ...keyPaths(inner, path)]);
    }),
  );
}

/** The ways at which a value has nothing that could have keys: null, or an empty list. */
export function emptyPaths(value: unknown, at = ''): Set<string> {
  if (value === null || (Array.isArray(value) && value.length === 0)) return new Set([at]);
  if (Array.isArray(value)) return union(value.map((item: unknown) => emptyPaths(item, `${at}[]`)));
  if (typeof value !== 'object') return new Set();
  return union(
    Object.entries(value).map(([key, inner]) => emptyPaths(inner, at === '' ? key : `${at}.${key}`)),
  );
}

function union(sets: readonly ReadonlySet<string>[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

export function intersection(sets: readonly ReadonlySet<string>[]): Set<string> {
  const [first, ...others] = sets;
  return new Set([...(first ?? [])].filter((path) => others.every((other) => other.has(path))));
}

/** True when a way leads through one that is empty. */
export function below(path: string, empty: ReadonlySet<string>): boolean {
  return [...empty].some(
    (each) => path !== each && (path.startsWith(`${each}.`) || path.startsWith(`${each}[`)),
  );
}
