import type { Logger } from 'pino';
import type { Project } from '../../domain/course/project.ts';
import { mayLearn } from '../../domain/people/rights.ts';
import type { Roster } from '../../domain/people/roster.ts';
import type { PullRequestRef } from '../../domain/submission.ts';
import type { SchoolCalendar } from '../../domain/people/school-calendar.ts';
import { decidePeers, isIdle, type PeerWish } from '../../review/peers/decide.ts';
import { involvedIn } from '../../review/peers/may-review.ts';
import type { PeerErrands, PeerFacts, PeerStore } from '../../review/peers/peer-store.ts';
import type { ReviewRequests } from '../../review/peers/review-requests.ts';
import { BUSY } from '../again.ts';
import type { GitHubReader } from '../github-reader.ts';
import type { PeerOutcome } from './peer-work.ts';

export interface TendDeps {
  reader: Pick<GitHubReader, 'pullRequest' | 'makers'>;
  peers: PeerStore;
  reviewRequests: ReviewRequests;
  roster: () => Promise<Roster>;
  project: (slug: string) => Project | null;
  calendar: SchoolCalendar;
  log: Logger;
}

interface How {
  /** Somebody asks for peers once more. */
  again?: boolean;
  /** Looks at GitHub even where nothing seems to have changed: somebody who was asked may have made a commit since. */
  thorough?: boolean;
}

/** Who cannot be asked makes room for the next; after so many in a row something else is wrong. */
const ROUNDS = 6;

/**
 * Brings the requests to peers in line with how a pull request stands: decides first, in the database, and then tells GitHub what was
 * decided, so that whoever comes after a process that died goes on where it was. Asking somebody twice is asking once.
 */
export async function tendPeers(
  pull: PullRequestRef,
  { again = false, thorough = false }: How,
  deps: TendDeps,
  signal?: AbortSignal,
): Promise<PeerOutcome & { asked: number }> {
  const facts = await deps.peers.facts(pull);
  if (facts === null) return { done: 'the pull request is not known', asked: 0 };
  const wish = await wishFor(facts, again, deps);
  let asked = 0;
  if (thorough || hasErrands(facts) || !isIdle(decidePeers(facts, wish))) {
    asked = await goOnErrands(pull, facts, wish, deps, signal);
  }
  const said = await deps.peers.say(pull);
  if (said === 'busy') return { ...BUSY, asked };
  return { done: `${asked} peers asked${said === 'said' ? ', and said' : ''}`, asked };
}

async function wishFor(facts: PeerFacts, again: boolean, deps: TendDeps): Promise<PeerWish> {
  const roster = await deps.roster();
  return {
    // Peers give their time to each other, and not to whoever is nobody in the school.
    wanted: mayLearn(facts.author, roster) ? (deps.project(facts.project)?.rubric.review.peers ?? 0) : 0,
    roster,
    calendar: deps.calendar,
    involved: new Set([facts.author]),
    again,
  };
}

const hasErrands = ({ requests, leftOver }: PeerFacts): boolean =>
  leftOver.length > 0 || requests.some(({ state }) => state === 'planned');

async function goOnErrands(
  pull: PullRequestRef,
  known: PeerFacts,
  wish: PeerWish,
  deps: TendDeps,
  signal?: AbortSignal,
): Promise<number> {
  const state = await deps.reader.pullRequest(pull, signal);
  const makers = state === null ? [] : await deps.reader.makers(pull, signal);
  const involved = new Set([...wish.involved, ...involvedIn(wish.roster, makers)]);
  // A newer push has not come to anything yet: nobody is asked about what they would not find.
  const isBehind = state?.open !== true || state.draft || state.headSha !== known.headSha;
  let asked = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    signal?.throwIfAborted();
    const errands = await deps.peers.decide(pull, (facts) =>
      decidePeers(isBehind && facts.work === 'ready' ? { ...facts, work: 'not-ready' } : facts, {
        ...wish,
        involved,
        again: wish.again && round === 1,
      }),
    );
    if (errands === null) return asked;
    await takeBack(pull, errands.takeBack, deps, signal);
    if (isBehind) return asked;
    const told = await ask(pull, errands.ask, deps, signal);
    asked += told.asked;
    if (told.refused === 0) return asked;
  }
  return asked;
}

async function takeBack(
  pull: PullRequestRef,
  errands: PeerErrands['takeBack'],
  { reviewRequests, peers }: TendDeps,
  signal?: AbortSignal,
): Promise<void> {
  for (const { id, peer } of errands) {
    await reviewRequests.takeBack(pull, peer, signal);
    await peers.takenBack(id);
  }
}

async function ask(
  pull: PullRequestRef,
  errands: PeerErrands['ask'],
  { reviewRequests, peers, log }: TendDeps,
  signal?: AbortSignal,
): Promise<{ asked: number; refused: number }> {
  let refused = 0;
  for (const { id, peer } of errands) {
    const answer = await reviewRequests.ask(pull, peer, signal);
    if (answer === 'refused') {
      refused += 1;
      await peers.refused(id);
      log.warn(
        { request: id, repository: pull.repositoryId, number: pull.number },
        'GitHub does not let a peer be asked there: they need the right to read the repository',
      );
    } else await peers.asked(id, answer.login);
  }
  return { asked: errands.length - refused, refused };
}

/** Tends every pull request where something may be to do about peers. One that fails holds up no other. */
export async function tendAll(
  projects: readonly string[],
  deps: TendDeps,
  signal: AbortSignal,
): Promise<void> {
  for (const pull of await deps.peers.toTend(projects)) {
    signal.throwIfAborted();
    try {
      await tendPeers(pull, {}, deps, signal);
    } catch (error) {
      signal.throwIfAborted();
      deps.log.warn(
        { err: error, repository: pull.repositoryId, number: pull.number },
        'peers could not be tended, and are the next time',
      );
    }
  }
}
