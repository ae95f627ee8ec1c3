import type { Failure } from './request-policy.ts';

/** What of a request may name a person: accounts and repositories are called after them. */
const NAMING = ['owner', 'repo', 'username', 'name', 'head', 'reviewers'];

/**
 * Takes out of GitHub's words what the request was about: GitHub quotes it here and there, and what it said is logged and stored. In
 * place of a name stands what was meant by it, as in `{owner}`.
 */
export function withoutNames(failure: Failure, asked: object): Failure {
  if (failure.kind !== 'answer') return failure;
  const given = new Map<string, unknown>(Object.entries(asked));
  const names = NAMING.flatMap((key) => textsOf(given.get(key)).map((text) => [text, key] as const));
  const message = names
    // The longer first: one may be part of another.
    .toSorted(([a], [b]) => b.length - a.length)
    .reduce((text, [name, key]) => text.replace(standing(name), `{${key}}`), failure.message);
  return { ...failure, message };
}

const textsOf = (value: unknown): string[] =>
  [value].flat().filter((each): each is string => typeof each === 'string' && each !== '');

const standing = (name: string): RegExp =>
  new RegExp(`(?<![a-z0-9])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![a-z0-9])`, 'gi');
