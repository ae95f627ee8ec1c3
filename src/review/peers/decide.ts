import type { Days } from '../../domain/people/calendar.ts';
import type { Roster } from '../../domain/people/roster.ts';
import { choosePeers } from './choose.ts';
import { isThere, peersToAsk } from './may-review.ts';
import type { PeerDecision, PeerFacts } from './peer-store.ts';
import { planPeers } from './plan.ts';

/** What is known besides what is kept. */
export interface PeerWish {
  /** How many peers the rubric asks for. */
  wanted: number;
  roster: Roster;
  holidays: (cohort: string) => readonly Days[];
  /** The learner, and whoever had a hand in the work. */
  involved: ReadonlySet<number>;
  /** Somebody asks for peers once more. */
  again: boolean;
}

/** Decides what becomes of the requests of a pull request, and who is asked besides. */
export function decidePeers(facts: PeerFacts, wish: PeerWish): PeerDecision {
  const { wanted, roster, holidays, involved, again } = wish;
  const { work, notYetAt, now, requests, mastered, past, pull, author } = facts;
  const mayStill = (peer: number) => {
    if (involved.has(peer)) return 'involved';
    const standing = roster.get(peer);
    return standing !== undefined && isThere(standing, now, holidays) ? 'yes' : 'away';
  };
  const { ask, ...plan } = planPeers({ wanted, work, notYetAt, requests, mayStill, again, now });
  const candidates = ask === 0 ? [] : peersToAsk({ roster, mastered, involved }, now, holidays);
  return {
    ...plan,
    ask: choosePeers({ pull, round: plan.round, author, count: ask, now }, candidates, past),
  };
}

/** Whether a decision changes anything. */
export function isIdle({ ask, replace, renew, withdraw }: PeerDecision): boolean {
  return [ask, replace, renew, withdraw].every((some) => some.length === 0);
}
