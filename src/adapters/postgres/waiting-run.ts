import { and, desc, eq, isNotNull, lt, sql } from 'drizzle-orm';
import { median } from '../../domain/median.ts';
import type { WaitingRun } from '../../marking/run-store.ts';
import { runs } from './schema.ts';
import type { Rows } from './session.ts';
import { submissionFrom, submissionOf } from './submission-row.ts';

/** So many of the last markings say how long one usually takes. */
const typicalOf = 50;

async function typicalMs(rows: Rows): Promise<number | null> {
  const last = await rows
    .select({ startedAt: runs.startedAt, concludedAt: runs.concludedAt })
    .from(runs)
    .where(and(isNotNull(runs.startedAt), isNotNull(runs.concludedAt), eq(runs.phase, 'finished')))
    .orderBy(desc(runs.endedAt))
    .limit(typicalOf);
  return median(
    last.flatMap(({ startedAt, concludedAt }) =>
      startedAt && concludedAt ? [concludedAt.getTime() - startedAt.getTime()] : [],
    ),
  );
}

/** A run that waits for its first try, with its place in the queue; null for any other. */
export async function waitingRun(rows: Rows, id: number): Promise<WaitingRun | null> {
  const [row] = await rows
    .select()
    .from(runs)
    .where(and(eq(runs.id, id), eq(runs.phase, 'queued'), eq(runs.tries, 0)));
  const [joined] = row === undefined ? [] : await submissionOf(rows, id);
  if (row === undefined || joined === undefined) return null;
  const [counts] = await rows
    .select({
      before: sql`count(*) filter (where ${runs.phase} = 'queued' and ${lt(runs.id, id)})`.mapWith(Number),
      running: sql`count(*) filter (where ${runs.phase} = 'running')`.mapWith(Number),
    })
    .from(runs)
    .where(sql`${runs.phase} in ('queued', 'running')`);
  return {
    id,
    kind: row.kind,
    submission: submissionFrom(joined),
    tries: row.tries,
    place: (counts?.before ?? 0) + 1,
    running: counts?.running ?? 0,
    typicalMs: await typicalMs(rows),
  };
}
