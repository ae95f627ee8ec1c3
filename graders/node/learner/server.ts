import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpRequest, HttpResponse } from '../values/requests.ts';
import { type Child, startChild } from './child.ts';
import { serverCommand } from './entry.ts';
import { Exceeded, exceededBy } from './exceeded.ts';
import { exchange } from './exchange.ts';
import { SUBMISSION } from './place.ts';
import { untilItListens } from './server-start.ts';

interface Running {
  child: Child;
  host: string;
}

/** The submission's HTTP server: started by the first request, spoken to over this container's own loopback. */
export class SubmissionServer {
  readonly #port: number;
  readonly #outputBytes: number;
  #starting: Promise<Running> | null = null;

  /** `outputBytes`: the longest answer that is read, and the most of what it prints that is kept. */
  constructor(epoch: number, outputBytes: number) {
    this.#outputBytes = outputBytes;
    // A port that nobody would write into their code: a server has to take it from its environment.
    this.#port = 20_000 + ((process.pid * 7919 + epoch * 104_729 + Date.now()) % 20_000);
  }

  /** Starts the server, unless it runs; rejects with the error that kept it from listening. */
  async start(): Promise<void> {
    await this.#running();
  }

  async fetch(request: HttpRequest): Promise<HttpResponse> {
    const { child, host } = await this.#running();
    try {
      return await exchange({ host, port: this.#port, mostBytes: this.#outputBytes }, request);
    } catch (error) {
      // A server that crashed or hangs is ended, and the next request finds a fresh one.
      const died = error instanceof Exceeded ? null : await endingOf(child);
      if (error instanceof Exceeded || died !== null) await this.stop();
      throw (died === null ? null : exceededBy(died, child.stderr())) ?? error;
    }
  }

  /** Ends the server; the next request starts a fresh one. */
  async stop(): Promise<void> {
    const starting = this.#starting;
    this.#starting = null;
    const started = await starting?.catch(() => null);
    if (!started) return;
    started.child.kill();
    await started.child.ended.catch(() => undefined);
  }

  async #running(): Promise<Running> {
    this.#starting ??= this.#start();
    try {
      return await this.#starting;
    } catch (error) {
      this.#starting = null;
      throw error;
    }
  }

  async #start(): Promise<Running> {
    const { command, args } = serverCommand();
    const env = {
      PORT: String(this.#port),
      PATH: `${SUBMISSION}/node_modules/.bin:${process.env['PATH'] ?? ''}`,
    };
    const outputBytes = this.#outputBytes;
    const child = startChild(command, args, { cwd: SUBMISSION, env, outputBytes, onFlood: () => undefined });
    try {
      return { child, host: await untilItListens(child, this.#port) };
    } catch (error) {
      child.kill();
      throw error;
    }
  }
}

/** How a server ended, null while it lives. One that crashed closes its connections a little before its end is known. */
async function endingOf({ ended }: Child): Promise<Awaited<Child['ended']> | null> {
  return Promise.race([ended, sleep(100).then(() => null)]);
}
