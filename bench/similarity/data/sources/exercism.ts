import { basename } from 'node:path';
import { hashOf } from '../random.ts';
import type { Half, Language, Submission, Task } from '../submission.ts';
import { pathsOf, textOf, type Mirror } from './mirror.ts';

const TRACKS = { js: 'javascript', ts: 'typescript', py: 'python' } as const;
type Track = keyof typeof TRACKS;

/** Where each person's solutions lie: `language/exercise` to the mirrors and paths, one a person. */
export type Shelf = ReadonlyMap<string, ReadonlyMap<string, { mirror: Mirror; path: string }>>;

export const halfOf = (owner: string): Half =>
  hashOf(`half of ${owner.toLowerCase()}`) % 2 === 0 ? 'dev' : 'held';

const SOLUTION = /(?:^|\/)([a-z0-9-]+)\/(?:src\/)?([a-z0-9_-]+)\.(js|ts|py)$/;

/** A solution's file is named after its exercise, in a folder of the same name. The official repositories are not read. */
export const shelve = (mirrors: readonly Mirror[]): Shelf => {
  const shelf = new Map<string, Map<string, { mirror: Mirror; path: string }>>();
  for (const mirror of mirrors) {
    if (mirror.owner === 'exercism' || !/exerci[sc]|js-code/i.test(mirror.name)) continue;
    for (const path of pathsOf(mirror)) {
      const [, folder, file, language] = SOLUTION.exec(path) ?? [];
      if (folder === undefined || folder.replaceAll('-', '_') !== file?.replaceAll('-', '_')) continue;
      const key = `${language ?? ''}/${folder}`;
      const owners = shelf.get(key) ?? new Map<string, { mirror: Mirror; path: string }>();
      shelf.set(key, owners);
      if (!owners.has(mirror.owner)) owners.set(mirror.owner, { mirror, path });
    }
  }
  return shelf;
};

const starterOf = (mirrors: readonly Mirror[], track: Track, exercise: string): Record<string, string> => {
  const official = mirrors.find(({ owner, name }) => owner === 'exercism' && name === TRACKS[track]);
  if (official === undefined) return {};
  const folder = `exercises/practice/${exercise}/`;
  const file = `${track === 'py' ? exercise.replaceAll('-', '_') : exercise}.${track}`;
  try {
    return { [file]: textOf(official, folder + file) };
  } catch {
    return {}; // The exercise is gone from the track; nobody has its stub any more.
  }
};

/** The solutions to one exercise by the people of one half. Stubs and unfinished ones are left for a later filter. */
export const exerciseOf = (
  { mirrors, shelf, half }: { mirrors: readonly Mirror[]; shelf: Shelf; half: Half },
  { dataset, language, exercise }: { dataset: string; language: Language; exercise: string },
): Task => {
  const owners = [
    ...(shelf.get(`${language}/${exercise}`) ?? new Map<string, { mirror: Mirror; path: string }>()),
  ];
  const submissions = owners
    .filter(([owner]) => halfOf(owner) === half)
    .map(([owner, { mirror, path }]): Submission => ({
      owner,
      files: { [basename(path)]: textOf(mirror, path) },
    }));
  const starter = language === 'java' ? {} : starterOf(mirrors, language, exercise);
  return { dataset, name: exercise, language, submissions, starter };
};
