import { Counter, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';

export interface WebMetrics {
  deliveries: Counter<'outcome'>;
  /** Deliveries that reached the database. */
  rows: Counter<'row'>;
  /** In seconds. */
  duration: Histogram;
}

/** Registers what the web process counts. */
export function createWebMetrics(registry: Registry): WebMetrics {
  return {
    deliveries: new Counter({
      name: 'touchstone_webhook_answers_total',
      help: 'Deliveries of webhooks, by how they were answered.',
      labelNames: ['outcome'],
      registers: [registry],
    }),
    rows: new Counter({
      name: 'touchstone_webhook_rows_total',
      help: 'Deliveries that made a row in the inbox, and those whose row was there already.',
      labelNames: ['row'],
      registers: [registry],
    }),
    duration: new Histogram({
      name: 'touchstone_webhook_seconds',
      help: 'Time from the first byte of a delivery to its answer.',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    }),
  };
}
