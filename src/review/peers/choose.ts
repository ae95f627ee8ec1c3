import { drawn } from '../../domain/drawn.ts';
import { counts, isUnsettled, type PastRequest } from './request.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** A request that was made this long ago still counts as work that somebody has done lately. */
export const RECENT_MS = 28 * DAY_MS;
/** Whose reviews of each other are remembered for so long. */
export const PAIRS_MS = 90 * DAY_MS;
/** Nobody is asked for more than two reviews at a time: advanced learners have work of their own. */
export const OPEN_AT_MOST = 2;
/**
 * Of the reviews that somebody gets, at most one in four is by somebody whose work they have reviewed themselves: two who look at each
 * other's work again and again teach each other the same habits, and neither likes to say no.
 */
export const RECIPROCAL_SHARE = 0.25;

export interface Wish {
  /** Our number of the pull request. */
  pull: number;
  round: number;
  author: number;
  /** How many peers to ask. */
  count: number;
  now: number;
}

/**
 * Whom to ask: those with the fewest open requests first, then those who were asked least lately, then as good as by lot. Nobody twice for
 * the same pull request, nobody who was asked for the author's work the last time, and no pair that review each other beyond
 * `RECIPROCAL_SHARE`. Fewer than `count`, and none at all, where there are not enough: then staff go on without.
 *
 * @param candidates who may be asked at all (`peersToAsk`)
 * @param past the requests of the last `PAIRS_MS`, and all that were about the author's work
 */
export function choosePeers(
  { pull, round, author, count, now }: Wish,
  candidates: readonly number[],
  past: readonly PastRequest[],
): number[] {
  const asked = new Set(past.filter((each) => each.pull === pull).map(({ peer }) => peer));
  const lastTime = peersOfLastTime({ pull, round, author }, past);
  const open = tally(past.filter(({ state }) => isUnsettled(state)));
  const recent = tally(past.filter(({ state, askedAt }) => counts(state) && askedAt > now - RECENT_MS));
  const inOrder = candidates
    .filter((id) => !asked.has(id) && !lastTime.has(id) && (open.get(id) ?? 0) < OPEN_AT_MOST)
    .map((id) => ({
      id,
      open: open.get(id) ?? 0,
      recent: recent.get(id) ?? 0,
      lot: drawn('peer', `${pull}/${round}`, id),
    }))
    .toSorted((a, b) => a.open - b.open || a.recent - b.recent || a.lot - b.lot || a.id - b.id);
  return withinShare(
    inOrder.map(({ id }) => id),
    { author, count, now },
    past,
  );
}

/** The peers of the author's latest other round: the same pair never comes twice in a row. */
function peersOfLastTime(
  { pull, round, author }: Pick<Wish, 'pull' | 'round' | 'author'>,
  past: readonly PastRequest[],
): Set<number> {
  const others = past.filter(
    (each) => each.author === author && counts(each.state) && !(each.pull === pull && each.round === round),
  );
  const last = others.toSorted((a, b) => b.askedAt - a.askedAt)[0];
  return new Set(
    others.filter((each) => each.pull === last?.pull && each.round === last.round).map(({ peer }) => peer),
  );
}

/** Takes from `inOrder` as many as are wanted; of those whose work the author has reviewed, no more than the share. */
function withinShare(
  inOrder: readonly number[],
  { author, count, now }: Pick<Wish, 'author' | 'count' | 'now'>,
  past: readonly PastRequest[],
): number[] {
  const known = past.filter(({ state, askedAt }) => counts(state) && askedAt > now - PAIRS_MS);
  const reviewed = new Set(known.filter(({ peer }) => peer === author).map((each) => each.author));
  const got = known.filter((each) => each.author === author);
  let all = got.length;
  let reciprocal = got.filter(({ peer }) => reviewed.has(peer)).length;
  const chosen: number[] = [];
  for (const id of inOrder) {
    if (chosen.length === count) break;
    const isReciprocal = reviewed.has(id);
    if (isReciprocal && reciprocal + 1 > RECIPROCAL_SHARE * (all + 1)) continue;
    chosen.push(id);
    all += 1;
    if (isReciprocal) reciprocal += 1;
  }
  return chosen;
}

function tally(requests: readonly PastRequest[]): Map<number, number> {
  const tallied = new Map<number, number>();
  for (const { peer } of requests) tallied.set(peer, (tallied.get(peer) ?? 0) + 1);
  return tallied;
}
