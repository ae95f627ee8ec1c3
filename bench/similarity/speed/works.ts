import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { type Random, randomFrom } from '../data/random.ts';
import { parse, parses } from '../data/reading.ts';
import { DEV_KINDS } from '../data/rewrite/dev-kinds.ts';
import { renamed } from '../data/rewrite/rename.ts';
import { restructured } from '../data/rewrite/structure.ts';

/** Folders of this repository with what learners might have written. */
const SOURCES = ['rubrics', 'test/similarity/fixtures/submissions'].map(
  (path) => new URL(`../../../${path}`, import.meta.url).pathname,
);
/** One in so many places that can be written in another way is. */
const REWRITTEN = 0.4;
/** Each so manyth work is a copy of one before, all names changed: there is something to be found. */
const COPIES = 25;
/** Written anew, a text is longer by about so much. */
const LONGER = 1.4;

/** Statements at the top of programs. */
function pieces(): string[] {
  const found = new Set<string>();
  for (const folder of SOURCES)
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || extname(entry.name) !== '.js' || /tests?$/.test(entry.parentPath)) continue;
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      if (!parses(text, entry.name)) continue;
      const source = parse(text, entry.name);
      for (const statement of source.statements) found.add(statement.getText(source));
    }
  return [...found].filter((piece) => piece.length > 80 && !piece.startsWith('import ')).sort();
}

type Files = Readonly<Record<string, string>>;

/** Somebody's work: statements by others, in another order, partly written in another way, with names of their own. */
function workFrom(all: readonly string[], { files, bytes }: WorkSize, random: Random): Files {
  const work: Record<string, string> = {};
  const most = bytes / files / LONGER;
  for (let number = 1; number <= files; number += 1) {
    let text = '';
    for (const piece of random.shuffled(all)) {
      if (text.length >= most) break;
      if (text.length + piece.length < most * 1.3) text += `${piece}\n\n`;
    }
    const name = `part-${String(number)}.js`;
    work[name] = restructured(text, name, { kinds: DEV_KINDS, share: REWRITTEN, random });
  }
  return renamed(work, new Set(), random);
}

/** How large one work is. */
export interface WorkSize {
  files: number;
  /** Of all files together, about. */
  bytes: number;
}

/** Makes works that follow from a seed: each is a folder of `folder`. Their names. */
export function makeWorks(folder: string, works: number, size: WorkSize, seed: string): string[] {
  const random = randomFrom(seed);
  const all = pieces();
  const made: Files[] = [];
  const names: string[] = [];
  for (let number = 0; number < works; number += 1) {
    const work =
      number % COPIES === COPIES - 1
        ? renamed(random.pick(made), new Set(), random)
        : workFrom(all, size, random);
    made.push(work);
    const name = `w${String(number).padStart(4, '0')}`;
    for (const [file, text] of Object.entries(work)) {
      const path = join(folder, name, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    names.push(name);
  }
  return names;
}

/** All files of a work in one, for programs that know no folders. */
export function inOneFile(from: string, names: readonly string[], to: string): string[] {
  mkdirSync(to, { recursive: true });
  return names.map((name) => {
    const texts = readdirSync(join(from, name)).map((file) => readFileSync(join(from, name, file), 'utf8'));
    const path = join(to, `${name}.js`);
    writeFileSync(path, texts.join('\n'));
    return path;
  });
}
