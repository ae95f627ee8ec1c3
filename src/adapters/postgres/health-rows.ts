import { eq, gt, inArray, or, sql } from 'drizzle-orm';
import { activePhases } from '../../domain/run.ts';
import type { RunPhase } from '../../domain/run.ts';
import { sweepChore } from '../../intake/sweep.ts';
import type { HealthStore } from '../../marking/health.ts';
import { chores, deliveries, runs } from './schema.ts';
import { after } from './session.ts';
import type { Session } from './session.ts';

const day = 24 * 60 * 60_000;

export function healthRows({ rows, now }: Session): HealthStore {
  return {
    async health() {
      const since = after(now(), -day);
      const [inbox] = await rows
        .select({
          waiting: sql`count(*) filter (where ${deliveries.state} = 'waiting')`.mapWith(Number),
          failed: sql`count(*) filter (where ${deliveries.state} = 'failed')`.mapWith(Number),
        })
        .from(deliveries)
        .where(or(eq(deliveries.state, 'waiting'), gt(deliveries.settledAt, since)));
      const count = (phase: RunPhase) =>
        sql`count(*) filter (where ${runs.phase} = ${phase})`.mapWith(Number);
      const [line] = await rows
        .select({
          queued: count('queued'),
          running: count('running'),
          publishing: count('publishing'),
          finished: count('finished'),
          givenUp: count('given-up'),
          oldest: sql<
            number | null
          >`(extract(epoch from ${now()} - min(${runs.queuedAt}) filter (where ${runs.phase} = 'queued')))::double precision`,
        })
        .from(runs)
        .where(or(inArray(runs.phase, [...activePhases]), gt(runs.endedAt, since)));
      const [sweep] = await rows
        .select({ finishedAt: chores.finishedAt })
        .from(chores)
        .where(eq(chores.name, sweepChore));
      return {
        deliveriesWaiting: inbox?.waiting ?? 0,
        deliveriesFailedLastDay: inbox?.failed ?? 0,
        queued: line?.queued ?? 0,
        running: line?.running ?? 0,
        publishing: line?.publishing ?? 0,
        oldestQueuedSeconds: line?.oldest ?? null,
        finishedLastDay: line?.finished ?? 0,
        givenUpLastDay: line?.givenUp ?? 0,
        lastSweepAt: sweep?.finishedAt?.getTime() ?? null,
      };
    },
  };
}
