import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What the hostile submissions are after; the folders that they are sorted into. */
export const AIMS = [
  'fake-a-pass',
  'read-the-hidden-tests',
  'reach-out',
  'hurt-the-machine',
  'hurt-the-report',
  'hurt-the-analysis',
] as const;
export type Aim = (typeof AIMS)[number];

/** `attack.json`: what a submission tries, and what must come of it. */
const Description = z.strictObject({
  /** In one sentence: what it tries. */
  tries: z.string(),
  /** In one sentence: what must come of it, where that is more than 'nothing'. */
  must: z.string().optional(),
  /** Folders of `course/`; it is handed in for each of them. */
  projects: z.array(z.string()).min(1),
  /** Full names of the tests that it may pass at most, because it does what they ask for. */
  passes: z.array(z.string()).default([]),
  /** Words that the learner must be told. */
  says: z.array(z.string()).default([]),
  /** Words that nobody may be told. */
  untold: z.array(z.string()).default([]),
  /** Why what it says or finds does not matter in gVisor: then `says` and `untold` do not count there, and all else does. */
  harmlessInGvisor: z.string().optional(),
  /** It gets the time that an honest one gets: what it looks for takes a while. */
  unhurried: z.boolean().default(false),
  /** Of an honest one: the tests that it must not pass; all others it must. */
  misses: z.array(z.string()).default([]),
});

export interface Case extends z.infer<typeof Description> {
  language: string;
  aim: Aim | 'honest';
  name: string;
  project: string;
  dir: string;
}

export const DESCRIPTION = 'attack.json';

const attacksDir = new URL('..', import.meta.url).pathname;
export const courseDir = join(attacksDir, 'course');

/** The languages that there are cases in: each folder that has honest ones. */
const LANGUAGES = foldersIn(attacksDir).filter((name) =>
  foldersIn(join(attacksDir, name)).includes('honest'),
);

/** Every case of an aim in every language, once for each of its projects. `runtime`: where it will run. */
export function casesOf(aim: Case['aim'], runtime?: string): Case[] {
  return LANGUAGES.flatMap((language) =>
    foldersIn(join(attacksDir, language, aim)).flatMap((name) => {
      const dir = join(attacksDir, language, aim, name);
      const written = Description.parse(JSON.parse(readFileSync(join(dir, DESCRIPTION), 'utf8')));
      const harmless = runtime === 'runsc' && written.harmlessInGvisor !== undefined;
      const described = harmless ? { ...written, says: [], untold: [] } : written;
      return described.projects.map((project) => ({ ...described, language, aim, name, project, dir }));
    }),
  );
}

function foldersIn(dir: string): string[] {
  try {
    const entries = readdirSync(dir, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}
