import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpRequest, HttpResponse } from '../values/requests.ts';
import { type Child, startChild } from './child.ts';
import { serverCommand } from './entry.ts';
import { Exceeded, exceededBy } from './exceeded.ts';
import { exchange } from './exchange.ts';
import { SUBMISSION } from './place.ts';
import { untilItListens } from './server-start.ts';

/**
 * Ports that nobody would write into their code: a server has to take it from its environment. And none that the kernel gives
 * to who connects (Linux from 32768, gVisor from 16000): looking whether it answers could then meet itself there.
 */
const LOWEST_PORT = 10_000;
const PORTS = 6_000;

interface Running {
  child: Child;
  host: string;
  port: number;
}

/** The submission's HTTP server: started by the first request, spoken to over this container's own loopback. */
export class SubmissionServer {
  readonly #firstPort: number;
  #starts = 0;
  readonly #outputBytes: number;
  #starting: Promise<Running> | null = null;

  /** `outputBytes`: the longest answer that is read, and the most of what it prints that is kept. */
  constructor(epoch: number, outputBytes: number) {
    this.#outputBytes = outputBytes;
    this.#firstPort = (process.pid * 7919 + epoch * 104_729 + Date.now()) % PORTS;
  }

  /** Starts the server, unless it runs; rejects with the error that kept it from listening. */
  async start(): Promise<void> {
    await this.#running();
  }

  async fetch(request: HttpRequest): Promise<HttpResponse> {
    const { child, host, port } = await this.#running();
    try {
      return await exchange({ host, port, mostBytes: this.#outputBytes }, request);
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
    // Each has a port of its own: what the one before has started may listen for a moment longer than it lives.
    const port = LOWEST_PORT + ((this.#firstPort + this.#starts) % PORTS);
    this.#starts += 1;
    const env = {
      PORT: String(port),
      PATH: `${SUBMISSION}/node_modules/.bin:${process.env['PATH'] ?? ''}`,
    };
    const outputBytes = this.#outputBytes;
    const child = startChild(command, args, { cwd: SUBMISSION, env, outputBytes, onFlood: () => undefined });
    try {
      return { child, port, host: await untilItListens(child, port) };
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
