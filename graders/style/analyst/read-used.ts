import { posix } from 'node:path';
import type { StyleAttempt } from '../../../src/sandbox/analysis/style.ts';
import { measure } from '../../_analyst/size.ts';
import { textOf } from './files/classify.ts';
import { isScript } from './files/language.ts';
import { loadsUnnamed } from './files/loading.ts';
import { mentions } from './files/mentions.ts';
import { isUnread, likelyLanguages, namedFile } from './files/renamed.ts';
import type { Submitted } from './files/submitted.ts';
import { readInner } from './inner-programs.ts';
import { read, readAll, type Reading } from './read-files.ts';

/** What turned out to be of the program although its name says otherwise. */
export interface Used {
  /** Programs under names that no tool reads. */
  renamed: Submitted[];
  /** Files in folders such as `dist`, and with names such as `a.min.js`: they count, since the program uses them. */
  shown: Submitted[];
  /** Programs in texts of other programs, where texts may be run. */
  inner: StyleAttempt[];
}

/**
 * Finds what is used under names that would keep it from being read, and has it read: what other files import, name or may load
 * without naming it, and what is clearly a program. What is found may use more.
 */
export async function readUsed(all: ReadonlyMap<string, Submitted>, reading: Reading): Promise<Used> {
  const files = [...all.values()];
  const used: Used = { renamed: [], shown: [], inner: [] };
  const tried = new Set<Submitted>();
  for (const file of files) {
    if (isWorthIt(file) && isUnread(file.path) && (await readRenamed(file, false, reading)))
      used.renamed.push(file);
  }
  const named = new Names(all);
  while (named.learn()) {
    const shown = files.filter(
      (file) => file.why !== null && file.byName !== null && (named.anything || named.has(file)),
    );
    for (const file of shown) Object.assign(file, { why: null, unread: measure(file.bytes).tooLarge });
    used.shown.push(...shown);
    const readable = shown.filter(({ language, unread }) => language !== null && unread === null);
    await readAll(readable, reading);
    for (const file of files.filter((one) => isWorthIt(one) && !tried.has(one) && named.mayRun(one))) {
      tried.add(file);
      if (await readRenamed(file, true, reading)) used.renamed.push(file);
    }
  }
  for (const file of named.anything ? files.filter(({ why, found }) => why === null && found !== null) : []) {
    const attempts = await readInner(file, reading);
    used.inner.push(...attempts.map((attempt) => ({ ...attempt, file: file.path })));
  }
  return used;
}

/** Whether a file was read as what it is. */
async function readRenamed(file: Submitted, named: boolean, reading: Reading): Promise<boolean> {
  if (performance.now() > reading.until) return false;
  for (const language of likelyLanguages(textOf(file.bytes), named)) {
    const found = await read(file, language, reading);
    // Only a name tells that what cannot be read is a program.
    if (found.unread === 'syntax' || (!named && found.unread !== null)) continue;
    Object.assign(file, { language, found, unread: found.unread });
    return true;
  }
  return false;
}

function isWorthIt(file: Submitted): boolean {
  return file.why === null && !isScript(file.language) && measure(file.bytes).tooLarge === null;
}

/** What the files that count name. */
class Names {
  readonly #all: ReadonlyMap<string, Submitted>;
  readonly #asked = new Set<Submitted>();
  readonly #mentioned = new Set<string>();
  readonly #imported = new Set<string>();
  /** Whether anything there is may be used. */
  anything = false;

  constructor(all: ReadonlyMap<string, Submitted>) {
    this.#all = all;
  }

  /** Takes in what has come to count; false if there is nothing new. */
  learn(): boolean {
    const fresh = [...this.#all.values()].filter((file) => counts(file) && !this.#asked.has(file));
    for (const file of fresh) {
      this.#asked.add(file);
      const text = textOf(file.bytes);
      for (const mentioned of mentions(file.path, file.language, text)) this.#mentioned.add(mentioned);
      for (const source of file.found?.imports ?? []) {
        const path = namedFile(file.path, source, this.#all);
        if (path !== null) this.#imported.add(path);
      }
      this.anything ||= loadsUnnamed(file.language, text);
    }
    return fresh.length > 0;
  }

  /** By its path, without the end of its name, or as a folder that a module stands for. */
  has({ path, language }: Submitted): boolean {
    const bare = path.slice(0, path.length - posix.extname(path).length);
    const folder = posix.dirname(path);
    const ways = [path, bare, ...(/^(?:index|__init__)$/.test(posix.basename(bare)) ? [folder] : [])];
    const packages =
      language === 'Python' ? folder.split('/').map((_, at, all) => all.slice(0, at + 1).join('/')) : [];
    return [...ways, ...packages].some((way) => this.#mentioned.has(way));
  }

  /** Whether a file that is no program by its name may be run all the same. */
  mayRun({ path, language }: Submitted): boolean {
    if (this.#imported.has(path)) return true;
    return language === null && (this.anything || this.#mentioned.has(path));
  }
}

function counts({ path, why, language, unread }: Submitted): boolean {
  const isManifest = posix.basename(path) === 'package.json';
  return why === null && (language !== null || isManifest) && (unread === null || unread === 'syntax');
}
