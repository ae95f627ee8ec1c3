import { readdirSync, readFileSync } from 'node:fs';
import type { Cohort, Submission } from '../../src/similarity/cohort.ts';
import { read } from './reading/read.ts';

const FOLDER = new URL('fixtures/submissions/top-words/', import.meta.url);

/** Twelve people's own answers to the same exercise: which words of a text come most often. By login. */
export const TOP_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [name.replace('.js', ''), readFileSync(new URL(name, FOLDER), 'utf8')]),
);

export async function submission(id: string, texts: Readonly<Record<string, string>>): Promise<Submission> {
  return { id, files: (await read(texts)).files };
}

/** A cohort in which each handed in one file. */
export async function cohortOf(
  texts: Readonly<Record<string, string>>,
  rest: Partial<Omit<Cohort, 'submissions'>> = {},
): Promise<Cohort> {
  const all = Object.entries(texts).map(([id, text]) => submission(id, { 'top-words.js': text }));
  return {
    submissions: await Promise.all(all),
    starter: [],
    history: [],
    background: [],
    idioms: [],
    ...rest,
  };
}
