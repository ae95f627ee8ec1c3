import type { TracedFile } from './traced-works.ts';

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

/** The fingerprints of a file that others may share: where they stand, in order, and which they are. */
export type Links = Pick<TracedFile, 'places' | 'links'>;

/**
 * Finds the parts that two files share. What it needs for that is kept between two calls, as there are thousands: it holds the matches of the files
 * that are looked at, as columns. `a` and `b`: where a match stands; `best`: the best chain that ends with it; `before`: the one before it there.
 */
export class Alignment {
  readonly #weights: Float64Array;
  readonly #least: number;
  /** By fingerprint: its first place in the second file, counted from 1, and in how many it stands; 0 between two calls. */
  readonly #first: Uint32Array;
  readonly #times: Uint32Array;
  #next = new Uint32Array(1024);
  #a = new Int32Array(1024);
  #b = new Int32Array(1024);
  #weight = new Float64Array(1024);
  #best = new Float64Array(1024);
  #before = new Int32Array(1024);
  #size = 0;

  /**
   * @param weights by number of the fingerprint
   * @param least what says less is no part
   */
  constructor(weights: Float64Array, least: number) {
    this.#weights = weights;
    this.#least = least;
    this.#first = new Uint32Array(weights.length);
    this.#times = new Uint32Array(weights.length);
  }

  /**
   * The parts that two files share, the weightiest first: chains of matching fingerprints in the order in which both have them, as in the
   * alignment of genomes (Li 2018, minimap2). No fingerprint of either file is in two of them, so what is repeated counts once.
   */
  parts(one: Links, two: Links): SharedPart[] {
    if (this.#match(one, two) < this.#least) return [];
    this.#chain();
    const best = this.#best;
    const order: number[] = [];
    for (let at = 0; at < this.#size; at += 1) if ((best[at] ?? 0) >= this.#least) order.push(at);
    order.sort((x, y) => (best[y] ?? 0) - (best[x] ?? 0) || x - y);
    const taken = { a: new Set<number>(), b: new Set<number>() };
    const parts: SharedPart[] = [];
    for (const last of order) {
      const part = this.#until(last, taken);
      if (part !== null && part.weight >= this.#least) parts.push(part);
    }
    return parts.sort((x, y) => y.weight - x.weight || x.a.from - y.a.from);
  }

  /** Finds all matches; what they say together. */
  #match(one: Links, two: Links): number {
    const first = this.#first;
    const times = this.#times;
    if (this.#next.length < two.links.length) this.#next = new Uint32Array(two.links.length * 2);
    // From the last to the first, so that the places of each come out in order.
    for (let at = two.links.length - 1; at >= 0; at -= 1) {
      const link = two.links[at] ?? 0;
      this.#next[at] = first[link] ?? 0;
      first[link] = at + 1;
      times[link] = (times[link] ?? 0) + 1;
    }
    let sum = 0;
    this.#size = 0;
    for (let at = 0; at < one.links.length; at += 1) {
      const link = one.links[at] ?? 0;
      if ((times[link] ?? 0) > OFTEN) continue;
      const weight = this.#weights[link] ?? 0;
      for (let other = first[link] ?? 0; other !== 0; other = this.#next[other - 1] ?? 0) {
        this.#add(one.places[at] ?? 0, two.places[other - 1] ?? 0, weight);
        sum += weight;
      }
    }
    for (const link of two.links) first[link] = times[link] = 0;
    return sum;
  }

  #add(a: number, b: number, weight: number): void {
    const at = this.#size;
    if (at === this.#a.length) this.#grow();
    this.#a[at] = a;
    this.#b[at] = b;
    this.#weight[at] = weight;
    this.#size = at + 1;
  }

  #grow(): void {
    const longer = <T extends Int32Array | Float64Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    const length = this.#a.length * 2;
    this.#a = longer(this.#a, new Int32Array(length));
    this.#b = longer(this.#b, new Int32Array(length));
    this.#weight = longer(this.#weight, new Float64Array(length));
    this.#best = new Float64Array(length);
    this.#before = new Int32Array(length);
  }

  #chain(): void {
    const [a, b, weights, best, before] = [this.#a, this.#b, this.#weight, this.#best, this.#before];
    for (let at = 0; at < this.#size; at += 1) {
      const weight = weights[at] ?? 0;
      const hereA = a[at] ?? 0;
      const hereB = b[at] ?? 0;
      let most = weight;
      let from = -1;
      for (let earlier = at - 1; earlier >= 0; earlier -= 1) {
        const along = hereA - (a[earlier] ?? 0);
        if (along > GAP) break;
        const apart = hereB - (b[earlier] ?? 0);
        if (along === 0 || apart <= 0 || apart > GAP) continue;
        const sum = (best[earlier] ?? 0) + weight - (Math.max(along, apart) - 1) * PER_GAP;
        if (sum > most) {
          most = sum;
          from = earlier;
        }
      }
      best[at] = most;
      before[at] = from;
    }
  }

  /** The chain that ends with a match, as far as nothing of it is taken. Null where its end is. */
  #until(last: number, taken: { a: Set<number>; b: Set<number> }): SharedPart | null {
    let part: SharedPart | null = null;
    for (let at = last; at !== -1; at = this.#before[at] ?? -1) {
      const a = this.#a[at] ?? 0;
      const b = this.#b[at] ?? 0;
      if (taken.a.has(a) || taken.b.has(b)) break;
      taken.a.add(a);
      taken.b.add(b);
      part ??= { a: { from: a, to: a }, b: { from: b, to: b }, weight: 0 };
      part.a.from = a;
      part.b.from = b;
      part.weight += this.#weight[at] ?? 0;
    }
    return part;
  }
}
