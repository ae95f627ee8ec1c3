/** A webhook delivery that passed its signature check. */
export interface Delivery {
  /** GitHub's `X-GitHub-Delivery`: the same for every repetition of the same delivery. */
  id: string;
  event: string;
  action: string | null;
  payload: unknown;
}

/** Where deliveries are kept until intake has read them: one row each, in the database, never in Redis. */
export interface Inbox {
  /** Resolves to false when a delivery of this id was there already. Rejects when the database cannot be reached. */
  insert(delivery: Delivery): Promise<boolean>;
}
