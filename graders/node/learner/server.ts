import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpRequest, HttpResponse } from '../values/requests.ts';
import { type Child, startChild } from './child.ts';
import { serverCommand } from './entry.ts';
import { Exceeded } from './exceeded.ts';
import { SUBMISSION } from './place.ts';
import { errorPrinted } from './printed-error.ts';

/** How long a server may take from its start until it listens, ms. */
const START_MS = 8000;
const ADDRESSES = ['127.0.0.1', '::1'];
const MAX_BODY_BYTES = 512 * 1024;

/** The submission's HTTP server: started by the first request, spoken to over this container's own loopback. */
export class SubmissionServer {
  readonly #port: number;
  #starting: Promise<{ child: Child; host: string }> | null = null;

  constructor(epoch: number) {
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
      return await exchange(host, this.#port, request);
    } catch (error) {
      // A server that crashed or hangs is ended, and the next request finds a fresh one.
      if (error instanceof Exceeded || (await hasEnded(child))) await this.stop();
      throw error;
    }
  }

  /** Ends the server; the next request starts a fresh one. */
  async stop(): Promise<void> {
    const starting = this.#starting;
    this.#starting = null;
    const started = await starting?.catch(() => null);
    if (!started) return;
    const { child } = started;
    const ended = new Promise((resolve) => child.process.once('close', resolve));
    child.kill();
    if (child.process.exitCode === null && child.process.signalCode === null) await ended;
  }

  async #running(): Promise<{ child: Child; host: string }> {
    this.#starting ??= this.#start();
    try {
      return await this.#starting;
    } catch (error) {
      this.#starting = null;
      throw error;
    }
  }

  async #start(): Promise<{ child: Child; host: string }> {
    const { command, args } = serverCommand();
    const env = {
      PORT: String(this.#port),
      PATH: `${SUBMISSION}/node_modules/.bin:${process.env['PATH'] ?? ''}`,
    };
    const child = startChild(command, args, { cwd: SUBMISSION, env, onFlood: () => undefined });
    const until = Date.now() + START_MS;
    const failures: Error[] = [];
    child.process.on('error', (error) => failures.push(error));
    while (Date.now() < until) {
      for (const host of ADDRESSES) if (await answers(host, this.#port)) return { child, host };
      for (const failure of failures) throw failure;
      if (child.process.exitCode !== null || child.process.signalCode !== null) throw startError(child);
      await sleep(10);
    }
    child.kill();
    throw new Error(
      `The server did not listen on the port in the environment variable PORT within ${START_MS / 1000} s.`,
    );
  }
}

function startError(child: Child): Error {
  const code = child.process.exitCode;
  const ended = code === null ? 'was ended by a signal' : `ended with exit code ${code}`;
  return errorPrinted(child.stderr(), `The server ${ended} before it listened on its port.`);
}

/** A process that crashed closes its connections a little before its end is known. */
async function hasEnded({ process: child }: Child): Promise<boolean> {
  if (child.exitCode === null && child.signalCode === null) {
    await Promise.race([new Promise((resolve) => child.once('exit', resolve)), sleep(100)]);
  }
  return child.exitCode !== null || child.signalCode !== null;
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

function exchange(
  host: string,
  port: number,
  { method, path, headers, body, timeout }: HttpRequest,
): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(body, 'base64');
    const request = httpRequest(
      { host, port, method, path, agent: false, setHost: false, signal: AbortSignal.timeout(timeout) },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.byteLength;
          chunks.push(chunk);
          if (size > MAX_BODY_BYTES)
            request.destroy(new Exceeded('program-output', 'it answered more than 512 KiB'));
        });
        response.on('error', reject);
        response.on('end', () => {
          const body = new Uint8Array(Buffer.concat(chunks));
          resolve({ status: response.statusCode ?? 0, headers: pairs(response.rawHeaders), body });
        });
      },
    );
    request.on('error', (error) => {
      const late = error.name === 'AbortError' || error.name === 'TimeoutError';
      reject(
        late ? new Exceeded('program-time', `no answer came within ${timeout / 1000} s`) : hungUp(error),
      );
    });
    const sent: [string, string][] = [['host', `localhost:${port}`], ...headers];
    if (bytes.byteLength > 0) sent.push(['content-length', String(bytes.byteLength)]);
    for (const [name, value] of sent) request.setHeader(name, value);
    request.end(bytes);
  });
}

function hungUp(error: Error): Error {
  if (error instanceof Exceeded) return error;
  return new Error(`The server ended the connection without an answer (${error.message}).`);
}

function pairs(raw: readonly string[]): [string, string][] {
  const result: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) result.push([raw[at] ?? '', raw[at + 1] ?? '']);
  return result;
}
