/** One try of GitHub to send a delivery, as its log keeps it for three days. */
export interface LoggedDelivery {
  /** GitHub's number of the try. */
  id: number;
  /** The delivery's `X-GitHub-Delivery`: the same for every try. */
  guid: string;
  event: string;
  action: string | null;
  /** Milliseconds since 1970. */
  sentAt: number;
  /** Somebody took it, as far as GitHub knows. */
  taken: boolean;
}

/** What GitHub says that it has sent to the App. Every method rejects with a `GitHubError` where GitHub cannot be asked. */
export interface DeliveryLog {
  /**
   * A page of the log, the newest first. `next`: where the next one begins, null after the last. Null where the log has no page that begins
   * at `from` any more; the first page is always there.
   */
  page(
    from: string | null,
    signal?: AbortSignal,
  ): Promise<{ deliveries: LoggedDelivery[]; next: string | null } | null>;
  /** Has a delivery sent once more, under the same `X-GitHub-Delivery`. `gone`: the log has it no more. */
  sendAgain(id: number, signal?: AbortSignal): Promise<'asked' | 'gone'>;
}
