import { basename } from 'node:path';
import type { Half, Submission, Task } from '../submission.ts';
import { halfOf } from './exercism.ts';
import { pathsOf, textOf, type Mirror } from './mirror.ts';

const NOT_WRITTEN =
  /(^|\/)(node_modules|dist|docs?|build|public|coverage|vendor|__mocks__|__tests__|tests?|config)\/|\.(test|spec|config|min|bundle)\.|(^|\/)(webpack|babel|jest|\.eslintrc|eslint|main\.bundle|bundle)[^/]*\.[cm]?js$/i;

/** The multi-file game of ships: each repository is one person's project; tests, settings and built files are left out. */
export const battleshipOf = (mirrors: readonly Mirror[], half: Half): Task => {
  const submissions: Submission[] = [];
  for (const mirror of mirrors) {
    if (!/battleship/i.test(mirror.name) || halfOf(mirror.owner) !== half) continue;
    const paths = pathsOf(mirror).filter((path) => /\.m?js$/.test(path) && !NOT_WRITTEN.test(path));
    const files = Object.fromEntries(paths.map((path) => [path, textOf(mirror, path)]));
    const size = Object.values(files).reduce((sum, text) => sum + text.length, 0);
    if (paths.length >= 3 && paths.length <= 40 && size > 3_000 && size < 80_000) {
      submissions.push({ owner: mirror.owner, files });
    }
  }
  return { dataset: 'battleship', name: 'battleship', language: 'js', submissions, starter: {} };
};

const GIVEN = /template|test|__init__/i;
const CHALLENGES: Record<Half, readonly string[]> = { dev: ['02', '03', '39'], held: ['01', '04', '52'] };

/** Python challenges with starter code beside the folders of the people: `<challenge>/<person>/<file>.py`. */
export const challengesOf = (mirrors: readonly Mirror[], half: Half): Task[] => {
  const mirror = mirrors.find(({ owner, name }) => owner === 'pybites' && name === 'challenges');
  if (mirror === undefined) return [];
  const paths = pathsOf(mirror).filter((path) => path.endsWith('.py'));
  return CHALLENGES[half].map((challenge) => {
    const inside = paths.filter((path) => path.startsWith(`${challenge}/`));
    const read = (some: readonly string[]) =>
      Object.fromEntries(some.map((path) => [basename(path), textOf(mirror, path)]));
    const people = new Set(
      inside
        .map((path) => path.split('/'))
        .filter((parts) => parts.length === 3)
        .map((parts) => parts[1]),
    );
    const submissions = [...people].flatMap((owner): Submission[] => {
      if (owner === undefined) return [];
      const own = inside.filter(
        (path) => path.startsWith(`${challenge}/${owner}/`) && !GIVEN.test(basename(path)),
      );
      return own.length > 0 && own.length < 8 ? [{ owner, files: read(own) }] : [];
    });
    const given = inside.filter((path) => path.split('/').length === 2 && !/test/i.test(path));
    return {
      dataset: 'challenges',
      name: `challenge-${challenge}`,
      language: 'py',
      submissions,
      starter: read(given),
    };
  });
};
