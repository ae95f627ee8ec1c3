import { Gauge, type Registry } from 'prom-client';
import type { HealthStore, QueueHealth } from '../marking/health.ts';

const gauges = {
  touchstone_deliveries_waiting: ['Deliveries that intake has not read yet', 'deliveriesWaiting'],
  touchstone_deliveries_failed_last_day: [
    'Deliveries of a day that intake could make nothing of',
    'deliveriesFailedLastDay',
  ],
  touchstone_runs_queued: ['Runs that wait for a worker', 'queued'],
  touchstone_runs_running: ['Runs that are being marked', 'running'],
  touchstone_runs_publishing: ['Runs whose outcome is yet to be said on GitHub', 'publishing'],
  touchstone_oldest_queued_seconds: ['How long the oldest queued run has waited', 'oldestQueuedSeconds'],
  touchstone_runs_finished_last_day: ['Runs that were finished within a day', 'finishedLastDay'],
  touchstone_runs_given_up_last_day: ['Runs that were given up within a day', 'givenUpLastDay'],
  touchstone_last_sweep_milliseconds: ['When the last sweep was, since 1970', 'lastSweepAt'],
} as const satisfies Record<string, readonly [string, keyof QueueHealth]>;

// One scrape reads all gauges; they share one look at the database.
const sharedForMs = 1_000;

/** Puts the state of the queue beside the process's own metrics; read from the database when it is asked for. */
export function queueMetrics(registry: Registry, store: HealthStore): void {
  let shared: Promise<QueueHealth | null> | null = null;
  const look = () => {
    shared ??= store.health().catch(() => null);
    const mine = shared;
    setTimeout(() => {
      if (shared === mine) shared = null;
    }, sharedForMs).unref();
    return mine;
  };
  for (const [name, [help, fact]] of Object.entries(gauges)) {
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const health = await look();
        const value = health?.[fact] ?? null;
        if (value === null) this.remove();
        else this.set(value);
      },
    });
  }
}
