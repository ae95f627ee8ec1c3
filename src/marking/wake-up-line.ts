import { z } from 'zod';

/** What a job on the line is about. Ids only: the truth is in the database. */
export const WakeUp = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('delivery'), delivery: z.string() }),
  z.strictObject({ about: z.literal('announcement'), run: z.number().int() }),
  z.strictObject({ about: z.literal('run'), run: z.number().int() }),
]);
export type WakeUp = z.infer<typeof WakeUp>;

/** Intake has a line of its own, so that the first word to a learner never waits behind markings. */
export type LineName = 'intake' | 'marking';

/** A wake-up under a name: the same name is on the line once, however often it is called. */
export interface Call {
  name: string;
  wakeUp: WakeUp;
}

/** Somebody who answers calls. */
export interface Answering {
  /** Takes no more calls and resolves when those under way have ended. */
  drain(): Promise<void>;
  /** Ends at once; calls under way are left to whoever answers next. */
  cut(): Promise<void>;
}

/**
 * The line between those who know that there is work and those who do it. It may be lost at any time: whoever calls
 * calls again as long as the database says that there is work.
 */
export interface WakeUpLine {
  /** Rejects soon where the line is down. */
  call(line: LineName, calls: readonly Call[]): Promise<void>;
  /** @param answer resolves when done; a rejection is answered again a few times, `last` being true the last time */
  answer(
    line: LineName,
    concurrency: number,
    answer: (wakeUp: WakeUp, last: boolean) => Promise<void>,
  ): Answering;
  /** Told when the line is up again after it was down: everything called before may be gone. */
  onRestored(listener: () => void): void;
  close(): Promise<void>;
}
