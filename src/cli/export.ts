import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { usageError } from '../domain/errors/usage.ts';
import type { TouchstoneError } from '../domain/errors/touchstone-error.ts';
import { maySee } from '../domain/people/rights.ts';
import { PERSONAL_DATA, WITHHELD } from '../record/portfolio/personal-data.ts';
import { exit } from './exit.ts';
import { findPerson, type WhichPerson } from './find-person.ts';
import type { Parts } from './parts.ts';
import type { Terminal } from './terminal.ts';
import { assertSees, viewerOf, type ViewerOptions } from './viewer.ts';

export interface ExportOptions extends WhichPerson, ViewerOptions {
  /** By default `<login>-portfolio`. */
  out?: string;
  format: 'text' | 'json';
}

/** `touchstone export <login>`: writes the portfolio, which the learner owns, into a folder that is not there yet. */
export async function exportCommand(
  { course: courseDir, as, out, format, ...which }: ExportOptions,
  parts: Pick<Parts, 'readCourse' | 'who' | 'withPeople' | 'portfolio'>,
  terminal: Terminal,
): Promise<number> {
  const course = await parts.readCourse(courseDir);
  const { person, all } = await parts.withPeople(async (people) => {
    const found = await findPerson(which, people);
    return { person: found, all: await parts.portfolio(course, found, people) };
  });
  const viewer = await viewerOf({ course: courseDir, ...(as !== undefined && { as }) }, parts, person.id);
  assertSees('record', viewer, as);
  const files = new Map(
    [...all].filter(
      ([path]) => path !== WITHHELD && (path !== PERSONAL_DATA || maySee('personal-data', viewer)),
    ),
  );
  const folder = out ?? `${person.login}-portfolio`;
  await makeFolder(folder);
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { mode: 0o600, flag: 'wx' });
  }
  const withheld = viewer.has('operator') ? await writeWithheld(folder, all.get(WITHHELD)) : null;
  const written = [...files.keys()];
  terminal.out(
    format === 'json'
      ? `${JSON.stringify({ folder, files: written, ...(withheld !== null && { withheld }) }, null, 2)}\n`
      : `${[...written.map((path) => join(folder, path)), ...(withheld === null ? [] : [withheld])].join('\n')}\n`,
  );
  return exit.done;
}

/** What the learner may not see stands beside the folder, which is handed to them. Returns where; null where there is none. */
async function writeWithheld(folder: string, text: string | undefined): Promise<string | null> {
  if (text === undefined) return null;
  const path = join(dirname(folder), `${basename(folder)}-${WITHHELD}`);
  try {
    await writeFile(path, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw taken(path, error);
  }
  return path;
}

/** It holds what is personal, so it is the caller's alone; what is there already is never written over. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(dirname(folder), { recursive: true });
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    throw taken(folder, error);
  }
}

function taken(folder: string, error: unknown): TouchstoneError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return usageError('usage.folder-taken', { folder, reason }, { cause: error });
}
