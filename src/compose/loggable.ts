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

/** Lists of words: titles of the course's own tests; codes of errors, an error's own behind it. */
const LISTS = new Set(['flaky', 'error']);

const NOT_LOGGED = '(not logged)';

/**
 * What of the given values the log holds: numbers, and words where nobody can be named by them. A value that somebody logs under another
 * key is left out, so that a name gets into the log by nobody's oversight.
 */
export function loggable(given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, shown(key, value)]));
}

function shown(key: string, value: unknown): unknown {
  if (key === 'err' || value === null || ['number', 'bigint', 'boolean', 'undefined'].includes(typeof value))
    return value;
  const isWords = typeof value === 'string' ? WORDS.has(key) : LISTS.has(key) && Array.isArray(value);
  return isWords ? value : NOT_LOGGED;
}
