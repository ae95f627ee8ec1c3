/** A stretch of fingerprints: the first one's place, and the last one's. */
export interface Stretch {
  from: number;
  to: number;
}

/** Something that two files share, with gaps where one of them says something of its own. */
export interface SharedPart {
  a: Stretch;
  b: Stretch;
  /** What the fingerprints in it say together. */
  weight: number;
}

/** More tokens between two matches are no gap any more: a line or two of one's own. */
const GAP = 16;
/** What each token of a gap takes from a part. */
const PER_GAP = 0.02;
/** A fingerprint that is in a file more often says nothing about where. */
const OFTEN = 6;

interface Match {
  a: number;
  b: number;
  weight: number;
  /** The best chain that ends here. */
  best: number;
  before: number;
}

/**
 * The parts that two files share, the weightiest first: chains of matching fingerprints in the order in which both have them, as in the
 * alignment of genomes (Li 2018, minimap2). No fingerprint of either file is in two of them, so what is repeated counts once.
 * @param weight of a fingerprint; 0: it is not looked at
 */
export function sharedParts(
  a: Uint32Array,
  b: Uint32Array,
  weight: (print: number) => number,
  least: number,
): SharedPart[] {
  const matches = matchesOf(a, b, weight);
  chain(matches);
  const order = [...matches.keys()].sort(
    (one, two) => (matches[two]?.best ?? 0) - (matches[one]?.best ?? 0) || one - two,
  );
  const takenA = new Uint8Array(a.length);
  const takenB = new Uint8Array(b.length);
  const used = new Uint8Array(matches.length);
  const parts: SharedPart[] = [];
  for (const last of order) {
    if ((matches[last]?.best ?? 0) < least) break;
    if (used[last] === 1) continue;
    const part = partUntil(last, matches, used, takenA, takenB);
    if (part !== null && part.weight >= least) parts.push(part);
  }
  return parts.sort((one, two) => two.weight - one.weight || one.a.from - two.a.from);
}

function matchesOf(a: Uint32Array, b: Uint32Array, weight: (print: number) => number): Match[] {
  const places = new Map<number, number[]>();
  for (const [at, print] of b.entries()) {
    if (print === 0) continue;
    const known = places.get(print);
    if (known === undefined) places.set(print, [at]);
    else known.push(at);
  }
  const matches: Match[] = [];
  for (const [at, print] of a.entries()) {
    const there = places.get(print);
    if (print === 0 || there === undefined || there.length > OFTEN) continue;
    const own = weight(print);
    if (own > 0)
      for (const other of there) matches.push({ a: at, b: other, weight: own, best: own, before: -1 });
  }
  return matches;
}

function chain(matches: readonly Match[]): void {
  for (const [at, match] of matches.entries()) {
    for (let before = at - 1; before >= 0; before -= 1) {
      const earlier = matches[before];
      if (earlier === undefined || match.a - earlier.a > GAP) break;
      const apart = match.b - earlier.b;
      if (earlier.a === match.a || apart <= 0 || apart > GAP) continue;
      const gap = Math.max(match.a - earlier.a, apart) - 1;
      const best = earlier.best + match.weight - gap * PER_GAP;
      if (best > match.best) {
        match.best = best;
        match.before = before;
      }
    }
  }
}

function partUntil(
  last: number,
  matches: readonly Match[],
  used: Uint8Array,
  takenA: Uint8Array,
  takenB: Uint8Array,
): SharedPart | null {
  let part: SharedPart | null = null;
  for (let at = last; at !== -1;) {
    const match: Match | undefined = matches[at];
    if (match === undefined || used[at] === 1 || takenA[match.a] === 1 || takenB[match.b] === 1) break;
    used[at] = 1;
    takenA[match.a] = 1;
    takenB[match.b] = 1;
    part ??= { a: { from: match.a, to: match.a }, b: { from: match.b, to: match.b }, weight: 0 };
    part.a.from = match.a;
    part.b.from = match.b;
    part.weight += match.weight;
    at = match.before;
  }
  return part;
}
