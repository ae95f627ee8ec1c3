import { createHash } from 'node:crypto';
import type { Mutant } from './mutant.ts';

/**
 * At most so many of the mutants, spread over the files, and over the lines of each. Which ones is as good as drawn by lot, and the
 * same ones each time: a change elsewhere in a file leaves those of a line as they were.
 */
export function sampleOf(mutants: readonly Mutant[], most: number, seed: string): Mutant[] {
  const lots = new Map(mutants.map((mutant) => [mutant, lotOf(mutant, seed)]));
  const drawn = mutants.toSorted((a, b) => compare(lots.get(a), lots.get(b)));
  const queues = [...grouped(drawn, ({ file }) => file).entries()]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([, ofFile]) => inTurn([...grouped(ofFile, ({ line }) => line).values()]));
  const taken = new Set(inTurn(queues).slice(0, most));
  return mutants.filter((mutant) => taken.has(mutant));
}

function lotOf({ file, reads, before, after }: Mutant, seed: string): string {
  return createHash('sha256').update([seed, file, reads, before, after].join('\0')).digest('hex');
}

/** The first of each queue, then the second of each, and so on. */
function inTurn<T>(queues: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) =>
    queues.flatMap((queue) => queue.slice(turn, turn + 1)),
  ).flat();
}

function grouped<T, Key>(items: readonly T[], keyOf: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : Number(a > b);
}
