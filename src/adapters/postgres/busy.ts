import { and, eq, inArray } from 'drizzle-orm';
import { activePhases } from '../../domain/run.ts';
import { runs } from './schema.ts';
import type { Rows } from './session.ts';

/** Whether a run of a pull request is under way, which says something of its own in a moment. */
export async function isBusy(tx: Rows, pullRequestId: number): Promise<boolean> {
  const active = await tx
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.pullRequestId, pullRequestId), inArray(runs.phase, [...activePhases])))
    .limit(1);
  return active.length > 0;
}
