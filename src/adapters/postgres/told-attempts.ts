import { and, eq, exists, inArray, or, type SQL } from 'drizzle-orm';
import { publications, runs } from './schema.ts';
import type { Rows } from './session.ts';

/** Of the runs, those that were attempts, came to a marking and were told to the learner. */
export function toldAttempts(rows: Rows): SQL | undefined {
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
