import { Queue } from 'bullmq';
import type { Logger } from 'pino';
import type { Call, LineName, WakeUpLine } from '../../marking/wake-up-line.ts';
import { answerCalls } from './answer.ts';
import { callerOptions, connectRedis } from './redis.ts';

export interface LineOptions {
  url: string;
  /** Redis keys begin with it: two installations may share a Redis. */
  prefix: string;
  log: Logger;
}

/** How often BullMQ answers a call again whose answer failed, and how long it pauses before the second time. */
const attempts = 3;
const backoff = { type: 'exponential', delay: 1_000 };

/**
 * The wake-up line on BullMQ. Jobs are removed when they end: a name that is gone can be called again, which the
 * database asks for as long as there is work.
 */
export function openLine({ url, prefix, log }: LineOptions): WakeUpLine {
  const connection = connectRedis(url, callerOptions, log);
  const queues = new Map<LineName, Queue>();
  const restored: (() => void)[] = [];
  let wasUp = false;
  connection.on('ready', () => {
    if (wasUp) for (const listener of restored) listener();
    wasUp = true;
  });

  const queueOf = (line: LineName): Queue => {
    const existing = queues.get(line);
    if (existing !== undefined) return existing;
    const queue = new Queue(line, { connection, prefix });
    queue.on('error', () => undefined); // said by the connection already
    queues.set(line, queue);
    return queue;
  };

  return {
    async call(line, calls) {
      // BullMQ would wait for ever for a connection that never was.
      if (connection.status !== 'ready') throw new Error(`Redis is away (${connection.status})`);
      try {
        await queueOf(line).addBulk(calls.map(jobOf));
      } catch (error) {
        // A queue whose connection broke while it was being set up stays broken; the next one is not.
        queues.delete(line);
        throw error;
      }
    },
    answer: (line, concurrency, answer) => answerCalls({ url, prefix, line, concurrency, answer, log }),
    onRestored(listener) {
      restored.push(listener);
    },
    close() {
      connection.disconnect();
      return Promise.resolve();
    },
  };
}

function jobOf({ name, wakeUp }: Call) {
  return {
    name: wakeUp.about,
    data: wakeUp,
    opts: {
      // BullMQ refuses colons in job ids.
      jobId: name.replaceAll(':', '_'),
      attempts,
      backoff,
      removeOnComplete: true,
      removeOnFail: true,
    },
  };
}
