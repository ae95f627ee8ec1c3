/** How many containers of one kind there are, and who wants them. */
export interface Stock {
  kind: string;
  /**
   * How a container of this kind is used: by one run after the other (a runner, an analyst of style), by one run alone (a learner's), or
   * by one run alone among many that need none (an analyst).
   */
  use: 'lasting' | 'once' | 'seldom';
  /** How many ordinary spares it takes the room of. */
  size: number;
  /** Waiting for a run. */
  ready: number;
  starting: number;
  /** In a run. */
  leased: number;
  /** Runs that wait for one. */
  waiting: number;
  /** When one was last wanted, ms since 1970. */
  wantedAt: number;
}

export interface StockRules {
  /** Runs at once. */
  places: number;
  /** Containers that may wait, of all kinds together, in ordinary ones. */
  spares: number;
  /** A kind that was not wanted for so long is not kept ready, ms. */
  forgetMs: number;
}

/**
 * How many containers of each kind should be ready or be starting. Kinds take turns, the one that was wanted last
 * first: so each kind that is in use has one before any has two, and none has more than all places can use up while
 * the next ones are made. Of what is used seldom there is one at most, when every other kind has one.
 */
export function wantedStock(stocks: readonly Stock[], rules: StockRules, now: number): Map<string, number> {
  const recent = stocks
    .filter(({ wantedAt }) => now - wantedAt <= rules.forgetMs)
    .sort((a, b) => Number(a.use === 'seldom') - Number(b.use === 'seldom') || b.wantedAt - a.wantedAt);
  const wanted = new Map(stocks.map(({ kind }) => [kind, 0]));
  let left = rules.spares;
  for (let level = 1; level <= rules.places + 1; level += 1) {
    for (const { kind, use, size, leased } of recent) {
      const most = { lasting: rules.places - leased, once: rules.places + 1, seldom: 1 }[use];
      if (left < size || level > most) continue;
      wanted.set(kind, level);
      left -= size;
    }
  }
  return wanted;
}
