import type { Roster } from '../../domain/people/roster.ts';
import type { SchoolCalendar } from '../../domain/people/school-calendar.ts';
import { answerDue } from './answer-due.ts';
import { choosePeers } from './choose.ts';
import { isThere, peersToAsk } from './may-review.ts';
import type { PeerDecision, PeerFacts } from './peer-store.ts';
import { planPeers } from './plan.ts';
import type { PeerRequest } from './request.ts';

/** What is known besides what is kept. */
export interface PeerWish {
  /** How many peers the rubric asks for. */
  wanted: number;
  roster: Roster;
  calendar: SchoolCalendar;
  /** The learner, and whoever had a hand in the work. */
  involved: ReadonlySet<number>;
  /** Somebody asks for peers once more. */
  again: boolean;
}

/** Decides what becomes of the requests of a pull request, and who is asked besides. */
export function decidePeers(facts: PeerFacts, wish: PeerWish): PeerDecision {
  const { wanted, roster, calendar, involved, again } = wish;
  const { work, notYetAt, now, requests, mastered, past, pull, author } = facts;
  const mayStill = ({ peer, askedAt }: PeerRequest) => {
    if (involved.has(peer)) return 'involved';
    const standing = roster.get(peer);
    if (standing === undefined || !isThere(standing, { askedAt, now }, calendar)) return 'away';
    return now >= answerDue(askedAt, standing, calendar) ? 'late' : 'yes';
  };
  const { ask, ...plan } = planPeers({ wanted, work, notYetAt, requests, mayStill, again });
  const candidates = ask === 0 ? [] : peersToAsk({ roster, mastered, involved }, now, calendar);
  return {
    ...plan,
    ask: choosePeers({ pull, round: plan.round, author, count: ask, now }, candidates, past),
    answerBy: (peer) => {
      const standing = roster.get(peer);
      return standing === undefined ? now : answerDue(now, standing, calendar);
    },
  };
}

/** Whether a decision changes anything. */
export function isIdle({ ask, replace, renew, withdraw }: PeerDecision): boolean {
  return [ask, replace, renew, withdraw].every((some) => some.length === 0);
}
