/** FNV-1a (Fowler, Noll, Vo) over the code units of a text: 32 bits. */
export function hashOfText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/**
 * The hash of a sequence and what comes next: a round of MurmurHash3 (Appleby). In a cohort of a thousand works, some half a million different
 * sequences, about thirty share a hash with another one by chance: too few to be seen in any sum.
 */
export function hashWithNext(hash: number, next: number): number {
  const scrambled = Math.imul(rotated(Math.imul(next, 0xcc9e2d51), 15), 0x1b873593);
  return (Math.imul(rotated(hash ^ scrambled, 13), 5) + 0xe6546b64) >>> 0;
}

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
