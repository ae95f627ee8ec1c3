/** Who may be in the name of a repository. */
export interface Naming {
  /** What the person was ever called. */
  names: readonly string[];
  /** Names of others that hold one of those at an end, such as `mary-ann` of `ann`. */
  around: readonly string[];
  /** The slugs of the projects that are known. */
  projects: readonly string[];
}

type End = 'start' | 'end';

/** A part of a repository's name in which a login stands at those ends. */
interface Part {
  from: number;
  to: number;
  ends: readonly End[];
}

const SEPARATORS = ['-', '_', '.'];

const isAt = (end: End, text: string, word: string): boolean =>
  text === word ||
  SEPARATORS.some((each) =>
    end === 'end' ? text.endsWith(`${each}${word}`) : text.startsWith(`${word}${each}`),
  );

/**
 * The name of a repository without the person's, where it is called after them; the same where it is not. Pure.
 *
 * Where the name begins or ends with the slug of its project, as the course's pattern makes it, the login stands at the other end: whoever
 * is called `todo` is not in `todo-cli-ada`. Of a repository whose project is told otherwise nothing is known, and both ends are looked at.
 *
 * @param project the slug of the project that it is for; null where that is not known
 */
export function withoutNameIn(
  repo: string,
  project: string | null,
  { names, around, projects }: Naming,
  nobody: string,
): string {
  const text = repo.toLowerCase();
  const parts = partsWithLogin(text, slugIn(text, project, projects));
  const found = (words: readonly string[]) =>
    parts.flatMap(({ from, to, ends }) => {
      const part = text.slice(from, to);
      return ends.flatMap((end) =>
        longestFirst(words)
          .filter((word) => isAt(end, part, word))
          .slice(0, 1)
          .map(({ length }) => (end === 'end' ? { from: to - length, to } : { from, to: from + length })),
      );
    });
  const [theirs] = found(names);
  if (theirs === undefined || found(around).length > 0) return repo;
  return `${repo.slice(0, theirs.from)}${nobody}${repo.slice(theirs.to)}`;
}

const longestFirst = (words: readonly string[]): string[] =>
  words.map((word) => word.toLowerCase()).toSorted((a, b) => b.length - a.length);

/** The slug that a name begins or ends with: that of its own project before any other, and a long one before a short one. */
function slugIn(text: string, project: string | null, projects: readonly string[]): string | null {
  const known = [...(project === null ? [] : [project.toLowerCase()]), ...longestFirst(projects)];
  return known.find((slug) => isAt('start', text, slug) || isAt('end', text, slug)) ?? null;
}

function partsWithLogin(text: string, slug: string | null): Part[] {
  if (slug === null) return [{ from: 0, to: text.length, ends: ['end', 'start'] }];
  // It is called after its project, and after nobody.
  if (text === slug) return [];
  return [
    ...(isAt('start', text, slug)
      ? [{ from: slug.length + 1, to: text.length, ends: ['end'] as const }]
      : []),
    ...(isAt('end', text, slug)
      ? [{ from: 0, to: text.length - slug.length - 1, ends: ['start'] as const }]
      : []),
  ];
}
