import type { StyleLanguage } from '../../../src/sandbox/analysis/style.ts';
import type { Expendable } from '../../_analyst/expendable.ts';
import { headed } from '../../_analyst/headed.ts';
import { measure } from '../../_analyst/size.ts';
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

export async function read(
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
