/** A stretch of time: ms since 1970, the end not included. */
export interface Stretch {
  from: number;
  until: number;
}

/** Why somebody is in trouble. `absent`: they did not tell why they are away. */
export type Cause = 'stuck' | 'gave-up' | 'absent' | 'slowing';

/** Somebody is in trouble and nobody knows of it: from when it began until it was over, or they asked for a person themselves. */
export interface Episode extends Stretch {
  /** Null where all their work is concerned. */
  project: string | null;
  /** One after the other, where one led to the other. */
  causes: readonly Cause[];
}

/** Time off. Not known to anybody before `toldAt`. */
export interface TimeOff extends Stretch {
  toldAt: number;
}

/** Of one project. */
export interface OfProject extends Stretch {
  project: string;
}

/** What was really the matter with a learner, in order of time. */
export interface Truth {
  episodes: readonly Episode[];
  /** Leave, and illness from when it was told. */
  timeOff: readonly TimeOff[];
  /** Others are waited for: peers, staff, or we. */
  waiting: readonly OfProject[];
  /** From the first work on a project until it is mastered. */
  begun: readonly OfProject[];
  /** When they got on with something, and with which project: one for each day of work. */
  gains: readonly { at: number; project: string }[];
  /** Nothing came of them, and nothing was the matter. */
  quiet: readonly Stretch[];
  /** Beginnings of the days on which they were expected to work, by their own week: without weekends, holidays and told leave. */
  ownDays: readonly number[];
  /** Beginnings of the school's days, where they live: without weekends, holidays and told leave. */
  schoolDays: readonly number[];
  /** When they had mastered everything. */
  finishedAt: number | null;
  /** They have left, and not come back. */
  gaveUp: boolean;
  /** The style and the rhythm that were drawn, to see which learners are misjudged. */
  kind: { rhythm: string; style: string };
}

/** How many beginnings of days fall into a stretch of time. */
export function daysIn(days: readonly number[], { from, until }: Stretch): number {
  return Math.max(0, firstFrom(days, until) - firstFrom(days, from));
}

/** Where in a sorted list the first number stands that is no smaller. */
function firstFrom(sorted: readonly number[], at: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const holds = ({ from, until }: Stretch, at: number): boolean => from <= at && at < until;

/**
 * Puts together what belongs together: whoever gives up while they are stuck is in one trouble. Those without a project take in what runs
 * into them, whatever it was about.
 */
export function joined(episodes: readonly Episode[]): Episode[] {
  const all: Episode[] = [];
  for (const episode of episodes.toSorted((a, b) => a.from - b.from)) {
    const before = all.findIndex(
      (one) =>
        episode.from <= one.until &&
        (one.project === episode.project || one.project === null || episode.project === null),
    );
    const one = all[before];
    if (one === undefined) all.push(episode);
    else
      all[before] = {
        from: one.from,
        until: Math.max(one.until, episode.until),
        project: one.project === episode.project ? one.project : null,
        causes: [...new Set([...one.causes, ...episode.causes])],
      };
  }
  return all;
}
