import { drawn } from '../../domain/drawn.ts';
import { isOnLeave } from '../../domain/people/leave.ts';
import { isStaff } from '../../domain/people/rights.ts';
import type { Roster } from '../../domain/people/roster.ts';
import type { Verdict } from '../sign-off.ts';

/** A commit with the last word of a person on it, and that of a second one where there is one. */
export interface SignedWork {
  /** Our own number of the first verdict. */
  id: number;
  project: string;
  learner: number;
  owner: string;
  repo: string;
  headSha: string;
  says: Verdict['says'];
  /** Everybody who has said something of the pull request, the first one among them. */
  saidBy: readonly number[];
  second: Verdict['says'] | null;
}

/**
 * Whether a verdict is one of the share that is looked at twice: as good as drawn by lot, and the same ones whenever it is asked. It
 * follows from the work and not from who looked at it, or what they said.
 */
export function isChosen(
  { project, headSha, learner }: Pick<SignedWork, 'project' | 'headSha' | 'learner'>,
  share: number,
): boolean {
  return drawn('second-look', `${project} ${headSha}`, learner) / 2 ** 32 < share;
}

/** What waits for a second look by somebody, of what was chosen: never their own verdict or work, and nothing of which they have said anything. */
export function secondLooksFor(
  person: number,
  work: readonly SignedWork[],
  { share, roster, now }: { share: number; roster: Roster; now: number },
): SignedWork[] {
  const standing = roster.get(person);
  if (standing === undefined || !isStaff(standing) || isOnLeave(standing, now)) return [];
  return work.filter(
    (each) =>
      each.second === null &&
      each.learner !== person &&
      !each.saidBy.includes(person) &&
      isChosen(each, share),
  );
}
