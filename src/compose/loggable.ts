/**
 * The keys under which the log holds words. Each of them is from a list of ours, or names something that is no person: a project, a team, a
 * place in a file of the course. What a learner, a repository or GitHub's payload is called does not belong under any of them.
 */
const WORDS = new Set([
  'action',
  'call',
  'code',
  'decision',
  'delivery',
  'end',
  'error',
  'event',
  'failure',
  'impossible',
  'job',
  'line',
  'loop',
  'outcome',
  'path',
  'place',
  'project',
  'reason',
  'round',
  'team',
  'url',
  'verdict',
  'why',
]);

/**
 * The keys under which the log holds numbers, and whether something is so: our own numbers of rows, GitHub's of what is no person, and how
 * many there were. GitHub's number of a learner does not belong under any of them.
 */
const NUMBERS = new Set([
  'again',
  'erased',
  'failed',
  'found',
  'installation',
  'looked',
  'lost',
  'made',
  'number',
  'opening',
  'pid',
  'projects',
  'recheck',
  'removed',
  'repository',
  'request',
  'run',
  'started',
  'submission',
  'tries',
  'warned',
]);

/** Lists of words: titles of the course's own tests; codes of errors, an error's own behind it. */
const LISTS = new Set(['flaky', 'error']);

/** In place of a value that the log does not hold. */
export const NOT_LOGGED = '(not logged)';

const KEYS: Readonly<Partial<Record<string, ReadonlySet<string>>>> = {
  string: WORDS,
  number: NUMBERS,
  boolean: NUMBERS,
};

/** Whether the log may hold anything under a key at all. */
export const isListed = (key: string): boolean =>
  key === 'err' || WORDS.has(key) || LISTS.has(key) || NUMBERS.has(key);

/**
 * What of the given values the log holds: numbers and words under keys by which nobody can be named. A value that somebody logs under another
 * key is left out, so that a name gets into the log by nobody's oversight.
 */
export function loggable(given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, shown(key, value)]));
}

function shown(key: string, value: unknown): unknown {
  if (key === 'err' || value === null || value === undefined) return value;
  const keys = Array.isArray(value) ? LISTS : KEYS[typeof value];
  return keys?.has(key) === true ? value : NOT_LOGGED;
}
