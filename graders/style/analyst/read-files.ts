import type { StyleLanguage } from '../../../src/sandbox/analysis/style.ts';
import type { Expendable } from '../../_analyst/expendable.ts';
import { headed } from '../../_analyst/headed.ts';
import { measure } from '../../_analyst/size.ts';
import { textOf } from './files/classify.ts';
import { isScript } from './files/language.ts';
import { isUnread, likelyLanguages, namedFile } from './files/renamed.ts';
import type { Submitted } from './files/submitted.ts';
import { type Found, NOTHING, type ToRead } from './readers/reader.ts';
import type { Tools } from './tools.ts';

/** What reading files needs. */
export interface Reading {
  tools: Tools;
  starter: ReadonlyMap<string, Uint8Array>;
  /** On the clock of `performance.now()`. */
  until: number;
  onBegin: (path: string) => void;
}

/** Has each file read by the tool of its language, and notes in it what is found. */
export async function readAll(files: readonly Submitted[], reading: Reading): Promise<void> {
  for (const [file, found] of await lookInto(files, reading))
    Object.assign(file, { found, unread: found.unread });
}

/** The tools work side by side, each on one file after another. */
export async function lookInto(
  files: readonly Submitted[],
  reading: Reading,
): Promise<Map<Submitted, Found>> {
  const queues = new Map<Expendable, Submitted[]>();
  for (const file of files) {
    const tool = reading.tools.of(file.language ?? 'JavaScript');
    queues.set(tool, [...(queues.get(tool) ?? []), file]);
  }
  const all = new Map<Submitted, Found>();
  await Promise.all(
    [...queues.values()].map(async (queue) => {
      for (const file of queue) all.set(file, await read(file, file.language ?? 'JavaScript', reading));
    }),
  );
  return all;
}

/**
 * Finds programs under names that no tool reads, and has them read as what they are: those that other files import, and
 * those that are clearly programs. Resolves to them.
 */
export async function readRenamed(
  all: ReadonlyMap<string, Submitted>,
  reading: Reading,
): Promise<Submitted[]> {
  const renamed = new Set<Submitted>();
  const tried = new Set<Submitted>();
  const attempt = async (file: Submitted, named: boolean): Promise<void> => {
    if (named) tried.add(file);
    for (const language of likelyLanguages(textOf(file.bytes), named)) {
      const found = await read(file, language, reading);
      if (found.unread === 'syntax') continue;
      Object.assign(file, { language, found, unread: found.unread });
      renamed.add(file);
      return;
    }
  };
  const worthIt = (file: Submitted): boolean =>
    file.why === null && !tried.has(file) && !renamed.has(file) && measure(file.bytes).tooLarge === null;
  for (const file of all.values()) {
    if (isUnread(file.path) && worthIt(file)) await attempt(file, false);
  }
  // What is imported may import more.
  for (let named = imported(all); named.some(worthIt); named = imported(all)) {
    for (const file of named.filter(worthIt)) await attempt(file, true);
  }
  return [...renamed];
}

/** Files that programs of the submission import although they have no program's name. */
function imported(all: ReadonlyMap<string, Submitted>): Submitted[] {
  const named = [...all.values()].flatMap(({ path, found }) =>
    (found?.imports ?? []).map((source) => namedFile(path, source, all)),
  );
  return [...new Set(named)].flatMap((path) => {
    const file = path === null ? undefined : all.get(path);
    return file === undefined || isScript(file.language) ? [] : [file];
  });
}

async function read(
  { path, bytes }: Submitted,
  language: StyleLanguage,
  { tools, starter, until, onBegin }: Reading,
): Promise<Found> {
  onBegin(path);
  const before = starter.get(path) ?? new Uint8Array();
  const compared = measure(before).tooLarge === null ? before : new Uint8Array();
  const head: ToRead = { path, language, starterBytes: compared.byteLength };
  const { said, loss } = await tools.of(language).look(headed(head, bytes, compared), until);
  return said === null ? { ...NOTHING, unread: loss ?? 'crash' } : (JSON.parse(said) as Found);
}
