import { eq, inArray } from 'drizzle-orm';
import type { Contact } from '../../../similarity/alike/finding-store.ts';
import { pairings, pullRequests, reviews, sessions, submissions } from '../schema.ts';
import type { Rows } from '../session.ts';

/** Who has reviewed the work of learners, spent staff's time with them, or was named to them to work with. */
export async function contactsWith(rows: Rows, learnerIds: readonly number[]): Promise<Contact[]> {
  if (learnerIds.length === 0) return [];
  const theirs = inArray(pullRequests.learnerId, [...learnerIds]);
  const reviewed = await rows
    .select({ learnerId: pullRequests.learnerId, by: reviews.byId, login: reviews.byLogin, at: reviews.at })
    .from(reviews)
    .innerJoin(pullRequests, eq(pullRequests.id, reviews.pullRequestId))
    .where(theirs);
  const met = await rows
    .select({ learnerId: sessions.learnerId, by: sessions.byId, login: sessions.byLogin, at: sessions.at })
    .from(sessions)
    .where(inArray(sessions.learnerId, [...learnerIds]));
  const paired = await rows
    .select({
      learnerId: pullRequests.learnerId,
      by: pairings.volunteerId,
      login: pairings.volunteerLogin,
      at: pairings.at,
    })
    .from(pairings)
    .innerJoin(submissions, eq(submissions.id, pairings.submissionId))
    .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
    .where(theirs);
  const as = (how: Contact['how'], found: typeof reviewed): Contact[] =>
    // Below zero is nobody: somebody who was erased.
    found.filter(({ by }) => by > 0).map(({ at, ...each }) => ({ ...each, how, at: at.getTime() }));
  return [...as('review', reviewed), ...as('session', met), ...as('pairing', paired)];
}
