import { setTimeout as pause } from 'node:timers/promises';
import { UnrecoverableError, WaitingError, Worker } from 'bullmq';
import type { Job } from 'bullmq';
import type { Logger } from 'pino';
import { WakeUp } from '../../marking/wake-up-line.ts';
import type { Answering, LineName } from '../../marking/wake-up-line.ts';
import { answererOptions, connectRedis } from './redis.ts';

export interface AnswerOptions {
  url: string;
  prefix: string;
  line: LineName;
  concurrency: number;
  answer: (wakeUp: WakeUp, last: boolean) => Promise<void>;
  log: Logger;
}

/** A job whose worker died is offered again after at most this and the interval; the database's lease lasts as long. */
const lockMs = 10_000;
const stalledCheckMs = 5_000;
/** BullMQ hangs in its own goodbye where Redis is away. */
const goodbyeMs = 1_000;

const isLast = (job: Job) => job.attemptsMade + 1 >= (job.opts.attempts ?? 1);

/** Answers the calls of one line, so many at a time. */
export function answerCalls({ url, prefix, line, concurrency, answer, log }: AnswerOptions): Answering {
  const connection = connectRedis(url, answererOptions, log);
  const underWay = new Set<Promise<void>>();
  let draining = false;

  const process = async (job: Job, token?: string): Promise<void> => {
    if (draining) {
      // Fetched while we were closing: it goes back, for another worker.
      await job.moveToWait(token);
      throw new WaitingError();
    }
    const wakeUp = WakeUp.safeParse(job.data);
    if (!wakeUp.success) throw new UnrecoverableError(`not a wake-up: ${wakeUp.error.message}`);
    const answered = answer(wakeUp.data, isLast(job));
    underWay.add(answered);
    try {
      await answered;
    } finally {
      underWay.delete(answered);
    }
  };

  const worker = new Worker(line, process, {
    connection,
    prefix,
    concurrency,
    lockDuration: lockMs,
    stalledInterval: stalledCheckMs,
    runRetryDelay: 1_000,
    // How often a worker died does not count here: the run's own tries are bounded by the database.
    maxStalledCount: Number.MAX_SAFE_INTEGER,
  });
  worker.on('error', (error) => {
    log.debug({ err: error, line }, 'BullMQ had to try again');
  });
  worker.on('failed', (job, error) => {
    log.warn({ err: error, line, job: job?.id }, 'a call was not answered');
  });

  return {
    async drain() {
      draining = true;
      await worker.pause(true);
      await Promise.allSettled(underWay);
    },
    async cut() {
      draining = true;
      // Where Redis is away it would wait for Redis, and its timers would keep the process from ending.
      const away = connection.status !== 'ready';
      await Promise.race([worker.close(away), pause(goodbyeMs, undefined, { ref: false })]);
      connection.disconnect();
      await Promise.race([worker.disconnect(), pause(goodbyeMs, undefined, { ref: false })]);
    },
  };
}
