import type { LoggedDelivery } from './delivery-log.ts';

/** How far GitHub's log of deliveries has been read. */
export interface LogPlace {
  /** All that was sent before was looked at: milliseconds since 1970; null while nothing ever was. */
  doneUntil: number | null;
  /** A reading that was left in the middle: where it goes on, and until when all was looked at once it comes to its end. */
  reading: { from: string; until: number } | null;
}

/** A delivery that is to be sent again. */
export interface LostDelivery {
  /** GitHub's number of the try that failed. */
  id: number;
  guid: string;
  /** How often it was asked for already. */
  tries: number;
}

/** Deliveries that GitHub has sent, and that are not in the inbox. */
export interface LostDeliveries {
  place(): Promise<LogPlace>;
  moveTo(place: LogPlace): Promise<void>;
  /** Notes those of them that are not in the inbox; what is noted already stays as it was. Resolves to how many are new. */
  note(sent: readonly LoggedDelivery[]): Promise<number>;
  /** Those that it is time to ask for, the oldest first: not in the inbox yet, and sent no longer ago than `withinMs`. */
  due(withinMs: number, limit: number): Promise<LostDelivery[]>;
  /** It was asked for, and may be again in `againMs`. */
  asked(guid: string, againMs: number): Promise<void>;
  /** It cannot be asked for any more. */
  giveUp(guid: string): Promise<void>;
  /** Forgets what was sent longer ago than this. */
  forget(olderThanMs: number): Promise<void>;
}
