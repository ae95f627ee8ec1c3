import type { Installation, Repository } from '../world/entities.ts';

/** Something that happened, on its way to the Apps that want to know. */
export interface HookEvent {
  event: string;
  action: string | null;
  repository: Repository | null;
  payload: Record<string, unknown>;
  /** Sent to this installation alone, whether it subscribed or not: what concerns one App only. */
  only?: Installation;
}

/** One delivery, as the App's log keeps it. */
export interface HookDelivery {
  id: number;
  /** `X-GitHub-Delivery`: the same when it is delivered again. */
  guid: string;
  appId: number;
  installationId: number | null;
  repositoryId: number | null;
  event: string;
  action: string | null;
  url: string;
  deliveredAt: number;
  durationMs: number;
  /** In GitHub's words: `OK`, `Invalid HTTP Response: 500`, `timed out`, `failed to connect to host`. */
  status: string;
  statusCode: number;
  redelivery: boolean;
  requestHeaders: Record<string, string>;
  payload: Record<string, unknown>;
  responseHeaders: Record<string, string>;
  responseBody: string;
}

/** Which deliveries a control is meant for; all that is left out matches everything. */
export interface HookFilter {
  event?: string;
  action?: string;
}

/** What tests do to deliveries on their way. */
export interface HookControl {
  /** Every delivery that was tried, oldest first. */
  readonly log: readonly HookDelivery[];
  /** Keeps matching deliveries back from now on, until `release`. */
  hold(filter?: HookFilter): void;
  /** Sends what was held back, in the order it happened or the other way round; later ones go straight out. */
  release(order?: 'as-happened' | 'reversed'): Promise<void>;
  /** Loses the next matching deliveries: logged as failed, never sent. */
  drop(filter?: HookFilter, times?: number): void;
  /** Sends the next matching deliveries so many times more than once, under the same delivery id. */
  duplicate(filter?: HookFilter, times?: number, copies?: number): void;
  /** Sends a delivery of the log again, as the button on GitHub does: same delivery id, marked as a redelivery. */
  redeliver(id: number): Promise<HookDelivery>;
  /** Resolves when nothing is on its way. Held deliveries do not count. */
  idle(): Promise<void>;
}

export interface Hooks {
  emit(event: HookEvent): void;
  control: HookControl;
  /** Stops what is on its way. */
  close(): Promise<void>;
}
