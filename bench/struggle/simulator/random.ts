import { drawn } from '../../../src/domain/drawn.ts';

/** A stream of chance: the same numbers for the same seed. */
export interface Random {
  /** From 0 up to, and without, 1. */
  next: () => number;
}

/**
 * A stream of its own for each purpose and person, so that what one draws more or less changes nothing for another. The generator is
 * mulberry32 (Tommy Ettinger, public domain; 32 bits of state, period 2^32: a person draws some thousands).
 */
export function randomFor(purpose: string, seed: number, person: number): Random {
  let state = drawn(purpose, String(seed), person);
  return {
    next: () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
  };
}

export const chance = (random: Random, probability: number): boolean => random.next() < probability;

/** A whole number from `least` to `most`, both included. */
export const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random.next() * (most - least + 1));

/** One of some, by their shares, which need not add up to 1. */
export function pick<Each extends { share: number }>(random: Random, choices: readonly Each[]): Each {
  let left = random.next() * choices.reduce((sum, { share }) => sum + share, 0);
  for (const choice of choices) {
    left -= choice.share;
    if (left < 0) return choice;
  }
  const last = choices.at(-1);
  if (last === undefined) throw new RangeError('There is nothing to pick from.');
  return last;
}

/** In another order, all the same (Fisher and Yates). */
export function shuffled<Each>(random: Random, all: readonly Each[]): Each[] {
  const left = [...all];
  return all.flatMap(() => left.splice(Math.floor(random.next() * left.length), 1));
}

/** Mean 0, standard deviation 1 (Box and Muller 1958). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
