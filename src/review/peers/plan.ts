import { counts, isUnsettled, type PeerRequest } from './request.ts';

/** For each place as many are asked one after the other at most: a whole cohort is not rung up for one piece of work. */
const TRIES_A_PLACE = 3;

/** How a pull request stands, as far as peers go. */
export interface PeerSituation {
  /** How many peers the rubric asks for. */
  wanted: number;
  /**
   * `ready`: everything that the machine can look at is met, and staff have not said anything of this commit. `not-ready`: something is to
   * be done first. `over`: it was signed off as mastered, or is closed.
   */
  work: 'ready' | 'not-ready' | 'over';
  /** When a member of staff or the machine last said 'not yet' of a commit: ms since 1970; null where nobody has. */
  notYetAt: number | null;
  /** The requests of the pull request. */
  requests: readonly PeerRequest[];
  /** Whether a peer who was asked may still review it: has no hand in it, is not away, and has time left to answer. */
  mayStill: (request: PeerRequest) => 'yes' | 'involved' | 'away' | 'late';
  /** Somebody asks for peers once more. */
  again: boolean;
}

/** What has to change; the numbers are those of requests. */
export interface PeerPlan {
  withdraw: number[];
  replace: number[];
  /** They are asked again, with as much time as the first time. */
  renew: number[];
  /** How many more peers to ask, in which round. */
  ask: number;
  round: number;
}

/**
 * Decides what becomes of the requests of a pull request. It looks at what is, never at what happened:
 * - a new push while requests are open keeps them: peers look at what is there when they come to it;
 * - nobody is hurried while the work is not ready for them, and nobody is replaced;
 * - after somebody said 'not yet' and the work is ready again, those who have not answered are asked again; those who have did their part,
 *   and nobody new is asked, unless somebody asks for it (`again`);
 * - who does not answer in time, or goes on leave, is replaced; who had a hand in the work is not to review it;
 * - when it is over, nobody has to look any more.
 */
export function planPeers({ requests, work, mayStill, notYetAt, ...rest }: PeerSituation): PeerPlan {
  const unsettled = requests.filter(({ state }) => isUnsettled(state));
  const latest = Math.max(1, ...requests.map(({ round }) => round));
  const idsOf = (some: readonly PeerRequest[]) => some.map(({ id }) => id);
  if (work === 'over') return { withdraw: idsOf(unsettled), replace: [], renew: [], ask: 0, round: latest };
  const withdraw = unsettled.filter((each) => mayStill(each) === 'involved');
  if (work === 'not-ready')
    return { withdraw: idsOf(withdraw), replace: [], renew: [], ask: 0, round: latest };
  const inTime = unsettled.filter((each) => !withdraw.includes(each));
  const away = inTime.filter((each) => mayStill(each) === 'away');
  const renew = inTime.filter(
    (each) => !away.includes(each) && notYetAt !== null && each.askedAt <= notYetAt,
  );
  const replace = inTime.filter(
    (each) => away.includes(each) || (!renew.includes(each) && mayStill(each) === 'late'),
  );
  const looking = inTime.filter((each) => !replace.includes(each));
  const round = rest.again && looking.length === 0 && requests.length > 0 ? latest + 1 : latest;
  const ofRound = requests.filter((each) => each.round === round);
  const answered = ofRound.filter(({ state }) => state === 'answered').length;
  const tried = ofRound.filter(({ state }) => counts(state) || state === 'replaced').length;
  const missing = rest.wanted - looking.length - answered;
  return {
    withdraw: idsOf(withdraw),
    replace: idsOf(replace),
    renew: idsOf(renew),
    ask: Math.max(0, Math.min(missing, rest.wanted * TRIES_A_PLACE - tried)),
    round,
  };
}
