import { and, eq, exists, inArray, notExists, or, sql, type SQL } from 'drizzle-orm';
import { publications, rechecks, runs } from './schema.ts';
import type { Rows } from './session.ts';

/**
 * Of the runs, those that a learner's progress and record are made from: attempts that were told and, beside them, the mastery that a
 * regrade has found where there was no place to tell it. A pull request that is merged is never opened again.
 */
export function countedAttempts(rows: Rows): SQL | undefined {
  return or(toldAttempts(rows), and(recordedAttempts(), sql`${runs.marking} ->> 'decision' = 'mastered'`));
}

/** Of the runs, those whose marking was recorded, as there was no place to tell it. Regrades alone do that, and re-checks have none. */
export function recordedAttempts(): SQL | undefined {
  return and(eq(runs.phase, 'recorded'), eq(runs.outcome, 'marked'));
}

/**
 * Of the runs, those that were attempts, came to a marking and were told to the learner. A re-check is no attempt: whatever it comes
 * to, what was mastered stays mastered.
 */
export function toldAttempts(rows: Rows): SQL | undefined {
  return and(
    toldResults(rows),
    notExists(
      rows.select({ id: rechecks.id }).from(rechecks).where(eq(rechecks.pullRequestId, runs.pullRequestId)),
    ),
  );
}

/** Of the runs, those that were no practice, came to a marking and were told to the learner: attempts, and re-checks. */
export function toldResults(rows: Rows): SQL | undefined {
  return and(
    eq(runs.kind, 'attempt'),
    eq(runs.outcome, 'marked'),
    // A push that comes right after it ends a run that has said its result already.
    or(
      eq(runs.phase, 'finished'),
      exists(
        rows
          .select({ id: publications.id })
          .from(publications)
          .where(
            and(
              eq(publications.runId, runs.id),
              eq(publications.what, 'result'),
              inArray(publications.outcome, ['published', 'check-only']),
            ),
          ),
      ),
    ),
  );
}
