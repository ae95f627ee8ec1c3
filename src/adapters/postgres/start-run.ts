import { eq } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { RunCause, RunKind } from '../../domain/run.ts';
import { runs } from './schema.ts';
import type { Rows } from './session.ts';

interface NewRun {
  pullRequestId: number;
  submissionId: number;
  kind: RunKind;
  cause: RunCause;
  deliveryId: string | null;
  /** A run of the same commit whose outcome is said again, without marking again. */
  republish: number | null;
}

/** Queues a run, or a publication of what an earlier run found. Resolves to its id. */
export async function startRun(tx: Rows, now: () => SQL, { republish, ...run }: NewRun): Promise<number> {
  const [told] =
    republish === null
      ? []
      : await tx
          .select({ outcome: runs.outcome, marking: runs.marking, problem: runs.problem })
          .from(runs)
          .where(eq(runs.id, republish));
  const [row] = await tx
    .insert(runs)
    .values({
      ...run,
      ...(told && { ...told, phase: 'publishing' as const, concludedAt: now() }),
      dueAt: now(),
      queuedAt: now(),
    })
    .returning({ id: runs.id });
  if (row === undefined) throw new Error('an insert of a run returned no row');
  return row.id;
}
