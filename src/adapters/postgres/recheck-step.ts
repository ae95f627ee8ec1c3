import { eq } from 'drizzle-orm';
import { rechecks } from './schema.ts';
import type { Rows } from './session.ts';

/** Which re-check a pull request is, counted from 0; null where it is none. */
export async function recheckStepOf(rows: Rows, pullRequestId: number): Promise<number | null> {
  const [found] = await rows
    .select({ step: rechecks.step })
    .from(rechecks)
    .where(eq(rechecks.pullRequestId, pullRequestId));
  return found?.step ?? null;
}
