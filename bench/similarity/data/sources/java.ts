import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Files } from '../pairs/copy-script.ts';
import { bytesOf, type Mirror } from './mirror.ts';

/** A set that comes with its labels: the files of each submission, and the label of each pair, by task. */
export interface ReadySet {
  readonly dataset: string;
  readonly submissions: readonly { readonly task: string; readonly id: string; readonly files: Files }[];
  readonly pairs: readonly {
    readonly task: string;
    readonly a: string;
    readonly b: string;
    readonly label: -1 | 0 | 1;
    readonly level: string;
  }[];
}

const unpacked = <T>(
  mirrors: readonly Mirror[],
  owner: string,
  path: string,
  read: (folder: string) => T,
): T | undefined => {
  const mirror = mirrors.find((one) => one.owner === owner);
  if (mirror === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  try {
    const archive = join(folder, 'archive.zip');
    writeFileSync(archive, bytesOf(mirror, path));
    mkdirSync(join(folder, 'out'));
    execFileSync('python3', ['-m', 'zipfile', '-e', archive, join(folder, 'out')]);
    return read(join(folder, 'out'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const javaIn = (folder: string): Files => {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.java'),
  );
  return Object.fromEntries(
    paths.map((path) => [
      basename(path),
      readFileSync(join(folder, path), 'latin1').replaceAll('\r\n', '\n'),
    ]),
  );
};

const pairUp = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((a, at) => all.slice(at + 1).map((b): [T, T] => [a, b]));

/** Karnalim's set: for each of seven tasks an original, copies of it at six levels, and independent works. */
export const karnalim = (mirrors: readonly Mirror[]): ReadySet | undefined =>
  unpacked(mirrors, 'oscarkarnalim', 'IR-Plag-Dataset.zip', (out) => {
    const root = join(out, 'IR-Plag-Dataset');
    const all = readdirSync(root)
      .filter((task) => task.startsWith('case'))
      .flatMap((task) => {
        const folder = (...parts: string[]) => join(root, task, ...parts);
        const levels = readdirSync(folder('plagiarized')).filter((level) => /^L\d$/.test(level));
        const copies = levels.flatMap((level) =>
          readdirSync(folder('plagiarized', level)).map((one) => ({
            role: level,
            at: folder('plagiarized', level, one),
          })),
        );
        const own = readdirSync(folder('non-plagiarized')).map((one) => ({
          role: '',
          at: folder('non-plagiarized', one),
        }));
        return [{ role: 'original', at: folder('original') }, ...own, ...copies]
          .map(({ role, at }) => ({ role, files: javaIn(at) }))
          .filter(({ files }) => Object.keys(files).length > 0)
          .map((one, nth) => ({ ...one, task, id: `s${String(nth + 1).padStart(3, '0')}` }));
      });
    const pairs = pairUp(all)
      .filter(([a, b]) => a.task === b.task)
      .map(([a, b]) => {
        const level = a.role === 'original' ? b.role : '';
        const label =
          level !== '' ? (1 as const) : a.role !== '' && b.role !== '' ? (-1 as const) : (0 as const);
        return { task: a.task, a: a.id, b: b.id, label, level };
      });
    return { dataset: 'karnalim-java', submissions: all, pairs };
  });

/** PROGpedia as JPlag's own tests have it: the pairs that people judged copied are level J; works of one person are left out. */
export const progpedia = (mirrors: readonly Mirror[]): ReadySet | undefined =>
  unpacked(mirrors, 'jplag', 'endtoend-testing/src/test/resources/data/progpedia.zip', (out) => {
    const task = 'progpedia';
    const submissions = readdirSync(join(out, 'ACCEPTED')).map((id) => ({
      task,
      id,
      files: javaIn(join(out, 'ACCEPTED', id)),
    }));
    const judged = new Set(
      readFileSync(join(out, 'plagiarism.csv'), 'utf8')
        .split('\n')
        .map((line) => line.trim().split(';').filter(Boolean).sort().join(' ')),
    );
    const pairs = pairUp(submissions).map(([{ id: a }, { id: b }]) => {
      const copied = judged.has([a, b].sort().join(' '));
      const label = copied
        ? (1 as const)
        : a.split('_')[0] === b.split('_')[0]
          ? (-1 as const)
          : (0 as const);
      return { task, a, b, label, level: copied ? 'J' : '' };
    });
    return { dataset: 'progpedia-java', submissions, pairs };
  });
