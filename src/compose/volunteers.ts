import type { Database } from '../adapters/postgres/database.ts';
import type { Roster } from '../domain/people/roster.ts';
import type { Submission } from '../domain/submission.ts';
import { LATELY_MS, volunteersFor } from '../review/pairing/volunteers.ts';

/** Who is named to a learner to work with on a project, by what they are called. */
export function volunteers(
  { pairings, pulls }: Pick<Database, 'pairings' | 'pulls'>,
  roster: () => Promise<Roster>,
): (submission: Submission) => Promise<string[]> {
  return async (submission) => {
    const { project, learner } = submission;
    const [now, known] = [await pulls.now(), await roster()];
    return pairings.nameFor(submission, now - LATELY_MS, (facts) =>
      volunteersFor({ learner: learner.id, project, roster: known, now, ...facts }),
    );
  };
}
