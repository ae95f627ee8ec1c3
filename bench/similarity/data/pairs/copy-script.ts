import prettier from 'prettier';
import { basename, dirname, join } from 'node:path';
import type { Random } from '../random.ts';
import { tokensOf } from '../reading.ts';
import { DEV_KINDS } from '../rewrite/dev-kinds.ts';
import { HELD_KINDS } from '../rewrite/held-kinds.ts';
import { relaid, styleFrom } from '../rewrite/layout.ts';
import { grafted, unitsOf } from '../rewrite/partial.ts';
import { renamed } from '../rewrite/rename.ts';
import { restructured } from '../rewrite/structure.ts';
import type { Half, Level } from '../submission.ts';

export type Files = Readonly<Record<string, string>>;

export interface Copying {
  readonly level: Level;
  readonly half: Half;
  readonly source: Files;
  /** Whose work a partial copy goes into. */
  readonly host: Files;
  readonly publicNames: ReadonlySet<string>;
  readonly random: Random;
}

const each = async (
  files: Files,
  change: (text: string, name: string) => string | Promise<string>,
): Promise<Files> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(files).map(async ([name, text]) => [name, await change(text, name)] as const),
    ),
  );

/** The fewest tokens that make a partial copy worth the name; so short a text says nothing on who wrote it. */
const LEAST_PARTIAL = 45;

const bestHome = (files: Files, wanted: string, random: Random): string => {
  const names = Object.keys(files);
  const stem = basename(wanted)
    .toLowerCase()
    .replace(/\W|[cm]?js$/g, '');
  return names.find((name) => basename(name).toLowerCase().includes(stem.slice(0, 5))) ?? random.pick(names);
};

const partial = async ({ source, host, publicNames, random }: Copying): Promise<Files | undefined> => {
  const from = renamed(source, publicNames, random);
  const all = Object.entries(from).flatMap(([name, text]) =>
    unitsOf(text, name).map((unit) => ({ name, text, unit })),
  );
  if (all.length < 2) return undefined;
  const number = Math.min(all.length - 1, Math.max(1, Math.round(all.length * (1 / 3 + random.next() / 6))));
  const tokens = (some: typeof all) => some.reduce((sum, { unit }) => sum + unit.tokens, 0);
  const tries = Array.from({ length: 6 }, () => random.shuffled(all).slice(0, number));
  const chosen = tries.find((some) => tokens(some) >= Math.max(LEAST_PARTIAL, tokens(all) / 3));
  if (chosen === undefined) return undefined;
  const result: Record<string, string> = { ...host };
  const touched = new Set<string>();
  for (const { name, text, unit } of chosen) {
    const home = bestHome(result, name, random);
    result[home] = grafted({ host: result[home] ?? '', from: text, file: home, units: [unit] }, random);
    touched.add(home);
  }
  const style = styleFrom(random);
  return each(result, (text, name) =>
    touched.has(name) ? prettier.format(text, { ...style, parser: 'typescript' }) : text,
  );
};

const oneFile = async ({ source, host, publicNames, random }: Copying): Promise<Files | undefined> => {
  const large = Object.entries(source).filter(([name, text]) => tokensOf(text, name).length >= 150);
  if (large.length === 0) return undefined;
  const [name] = random.pick(large);
  const text = renamed(source, publicNames, random)[name] ?? '';
  const home = bestHome(host, name, random);
  const same = basename(home).slice(0, 4).toLowerCase() === basename(name).slice(0, 4).toLowerCase();
  return { ...host, [same ? home : join(dirname(home), basename(name))]: await relaid(text, name, random) };
};

/** A copy in JavaScript or TypeScript at a level; nothing where the source does not lend itself to it. */
export const copyOfScript = async (copying: Copying): Promise<Files | undefined> => {
  const { level, source, publicNames, random, half } = copying;
  if (level === 'L4') return partial(copying);
  if (level === 'P') return oneFile(copying);
  const kinds = half === 'dev' ? DEV_KINDS : HELD_KINDS;
  const share = level === 'L3' ? 0.5 : 1;
  let files = source;
  for (let turn = 0; turn < (level === 'L3' ? 1 : level === 'L5' ? 2 : 0); turn += 1) {
    files = await each(files, (text, name) => restructured(text, name, { kinds, share, random }));
  }
  if (level !== 'L1') files = renamed(files, publicNames, random);
  return each(files, (text, name) => relaid(text, name, random));
};
