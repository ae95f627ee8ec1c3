import { mayLearn } from '../../domain/people/rights.ts';
import type { PullRequestRef } from '../../domain/submission.ts';
import { isUnsettled } from '../../review/peers/request.ts';
import type { PeerWork } from './peer-work.ts';
import { type TendDeps, tendPeers } from './tend.ts';

/**
 * Asks for peers because somebody wants them. Peers' time is theirs: of the same commit a learner asks once, and nobody is asked while
 * somebody is looking.
 */
export async function askAgain(
  pull: PullRequestRef,
  { byStaff }: { byStaff: boolean },
  deps: TendDeps,
): ReturnType<PeerWork['askAgain']> {
  const facts = await deps.peers.facts(pull);
  if (facts === null) return { came: 'not-ready' };
  if ((deps.project(facts.project)?.rubric.review.peers ?? 0) === 0) return { came: 'not-wanted' };
  if (!mayLearn(facts.author, await deps.roster())) return { came: 'no-learner' };
  if (facts.work !== 'ready') return { came: facts.work };
  if (facts.requests.some(({ state }) => isUnsettled(state))) return { came: 'looking' };
  if (facts.headIsReviewed && !byStaff) return { came: 'said' };
  const tended = await tendPeers(pull, { again: true, thorough: true }, deps);
  if ('again' in tended) return tended;
  return { came: tended.asked === 0 ? 'nobody' : 'asked' };
}
