import { submission } from 'touchstone';

/** Numbers that look random and are the same again for the same seed. `salt` keeps the test files apart. */
export function randomSource(salt) {
  let state = 0x811c9dc5;
  for (const character of `${submission.seed}/${salt}`) {
    state = Math.imul(state ^ character.codePointAt(0), 0x01000193) >>> 0;
  }
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** A whole number, both ends included. */
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  const shuffled = (list) => {
    const rest = [...list];
    return list.map(() => rest.splice(between(0, rest.length - 1), 1)[0]);
  };
  return { between, shuffled };
}
