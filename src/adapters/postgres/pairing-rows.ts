import { and, asc, count, eq, gt } from 'drizzle-orm';
import type { PairingStore } from '../../review/pairing/pairing-store.ts';
import { masteredBy } from './peers/facts.ts';
import { loginsOf } from './privacy/logins.ts';
import { pairings, pullRequests, submissions } from './schema.ts';
import type { Rows, Session } from './session.ts';

/** Who was named to whom to work with. */
export function pairingRows({ transaction, now }: Session): PairingStore {
  return {
    nameFor: ({ pull, headSha, project }, since, choose) =>
      transaction(async (tx) => {
        const [submission] = await tx
          .select({ id: submissions.id })
          .from(submissions)
          .innerJoin(pullRequests, eq(pullRequests.id, submissions.pullRequestId))
          .where(
            and(
              eq(pullRequests.repositoryId, pull.repositoryId),
              eq(pullRequests.number, pull.number),
              eq(submissions.headSha, headSha),
            ),
          );
        if (submission === undefined) return [];
        const before = await named(tx, submission.id);
        if (before.length > 0) return before;
        const lately = await tx
          .select({ id: pairings.volunteerId, times: count() })
          .from(pairings)
          .where(gt(pairings.at, new Date(since)))
          .groupBy(pairings.volunteerId);
        const chosen = choose({
          mastered: await masteredBy(tx, project),
          named: new Map(lately.map(({ id, times }) => [id, times])),
        });
        const logins = await loginsOf(tx, chosen);
        for (const id of chosen) {
          const login = logins.get(id);
          if (login === undefined) continue;
          await tx
            .insert(pairings)
            .values({ submissionId: submission.id, volunteerId: id, volunteerLogin: login, at: now() })
            .onConflictDoNothing();
        }
        return named(tx, submission.id);
      }),
  };
}

async function named(rows: Rows, submissionId: number): Promise<string[]> {
  const found = await rows
    .select({ login: pairings.volunteerLogin })
    .from(pairings)
    // Below zero is nobody: somebody who was erased, and can be asked no more.
    .where(and(eq(pairings.submissionId, submissionId), gt(pairings.volunteerId, 0)))
    .orderBy(asc(pairings.id));
  return found.map(({ login }) => login);
}
