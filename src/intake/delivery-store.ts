import type { Delivery } from './inbox.ts';

/** A delivery that intake is about to read. */
export interface WaitingDelivery extends Delivery {
  /** How often intake has begun to read it, this time included. */
  tries: number;
  /** When it came, or was to come: milliseconds since 1970, by the database's clock, or by GitHub's where it had to be sent again. */
  receivedAt: number;
  /** When it reached us, whichever time GitHub sent it: milliseconds since 1970, by the database's clock. */
  reachedAt: number;
}

/** The inbox from the other side: what intake does with the deliveries that wait there. */
export interface DeliveryStore {
  /** Begins a try. Null when there is nothing to do: it is unknown, settled already, or not due yet. */
  begin(id: string): Promise<WaitingDelivery | null>;
  /** @param outcome a few words for the operator, such as `run 12 queued` */
  done(id: string, outcome: string): Promise<void>;
  /** @param options `isTry`: whether the try that was begun counts; by default it does */
  postpone(id: string, waitMs: number, why: string, options?: { isTry: boolean }): Promise<void>;
  /** Intake will not look at it again; the sweep finds what it was about. */
  fail(id: string, why: string): Promise<void>;
  /** Cuts the payloads of settled deliveries: they name people, and nothing reads them any more. Resolves to how many. */
  cutPayloads(olderThanMs: number): Promise<number>;
}
