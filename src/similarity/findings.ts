/** A place in a submission. Lines are counted from 1, both ends included. */
export interface Place {
  file: string;
  start: number;
  end: number;
}

/** What two submissions share: where it stands in each. */
export interface Fragment {
  a: Place;
  b: Place;
}

export interface Pair {
  a: string;
  b: string;
  /** From 0 to 1. */
  score: number;
  /** Only of pairs that are worth a look. */
  fragments: readonly Fragment[];
}

/** Something rare that some of a cohort share. */
export interface Group {
  members: readonly string[];
  /** From 0 to 1: how sure. */
  score: number;
  /** From 0 to 1: how unusual it is elsewhere. */
  rarity: number;
  summary: string;
  places: readonly (Place & { member: string })[];
}

/** What comparing a cohort finds. It says what is alike, and nothing about how it came to be so. */
export interface Findings {
  /** Pairs with at least this score are worth a look. */
  cut: number;
  /** The best first; all with a score above zero. */
  pairs: readonly Pair[];
  groups: readonly Group[];
}
