import type { ProgramResult } from '../values/requests.ts';
import type { Caller } from './caller.ts';
import { httpAnswer, statusError } from './http-answer.ts';
import { programResult } from './program-result.ts';
import { exportKinds, loadedModule, type Loading } from './loaded-module.ts';
import type { Stubs } from './stubs.ts';
import { noteTrouble } from './troubles.ts';

export interface RunOptions {
  /** What the program reads from its standard input; nothing by default. */
  stdin?: string;
  /** Files of the working folder, under relative paths. */
  files?: Record<string, string | Uint8Array>;
  env?: Record<string, string>;
  /** The program's file, relative to the submission; by default what package.json says (`bin`, else `main`). */
  entry?: string;
}

export interface FetchOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array | URLSearchParams;
  /** Sent as JSON, with its content type. */
  json?: unknown;
}

/** Milliseconds that a server may take to listen, on top of the time for an answer. */
const SERVER_START_MS = 10_000;
/** What the learner's side needs to stop a program that is too late, and say so. */
const GRACE_MS = 1_000;

/** The author's interface to the submission (docs/writing-tests.md). */
export class Submission {
  readonly #caller: Caller;
  readonly #stubs: Stubs;
  readonly #loading = new Map<string, Promise<Loading>>();
  readonly #checks = new Map<string, Promise<unknown>>();
  #random: number | null = null;

  constructor(caller: Caller, stubs: Stubs) {
    this.#caller = caller;
    this.#stubs = stubs;
  }

  /** The same for the same submission and the same tests: draw inputs from it. */
  get seed(): number {
    return this.#caller.settings.seed;
  }

  /** Loads a module of the submission; its exports are used as if it had been imported. */
  async load(module: string): Promise<Record<string, unknown>> {
    const loading = this.#loading.get(module) ?? this.#load(module);
    this.#loading.set(module, loading);
    return loadedModule(module, await loading, this.#caller, this.#stubs) as Record<string, unknown>;
  }

  /** Runs the submission's program and waits for its end. A program that fails is a result, not an error. */
  async run(args: string[] = [], options: RunOptions = {}): Promise<ProgramResult> {
    const { callMs, loadMs } = this.#caller.settings;
    const entry = options.entry ?? null;
    await this.#once(`program ${entry ?? ''}`, () =>
      this.#caller.askPlainly({ op: 'check-program', entry }, loadMs, nothing),
    );
    const files = Object.entries(options.files ?? {}).map(([path, content]) => [path, base64(content)]);
    const request = {
      op: 'run' as const,
      args: args.map(String),
      stdin: options.stdin ?? '',
      files: Object.fromEntries(files) as Record<string, string>,
      env: options.env ?? {},
      entry,
      timeout: callMs,
    };
    return this.#caller.askPlainly(request, callMs + GRACE_MS, programResult, 'program-wait-time');
  }

  /** Sends a request to the submission's server, which is started first where it does not run yet. */
  async fetch(path: string, options: FetchOptions = {}): Promise<Response> {
    const { callMs } = this.#caller.settings;
    const startMs = SERVER_START_MS + GRACE_MS;
    await this.#once('server', async () => {
      // A test file never meets what another one has left in a server.
      await this.stopServer();
      await this.#caller.askPlainly({ op: 'start-server' }, startMs, nothing);
    });
    const { headers, body } = requestBody(options);
    const method = options.method?.toUpperCase() ?? 'GET';
    const request = { op: 'fetch' as const, method, path, headers, body, timeout: callMs };
    const answer = await this.#caller.askPlainly(request, callMs + startMs, httpAnswer, 'answer-time');
    if (answer.status === 0) throw noteTrouble(statusError());
    const empty = answer.body.byteLength === 0 || [204, 205, 304].includes(answer.status);
    return new Response(empty ? null : Buffer.from(answer.body), {
      status: answer.status,
      headers: answer.headers,
    });
  }

  /** Ends the submission's server; the next `fetch` starts a fresh one. */
  async stopServer(): Promise<void> {
    const { callMs } = this.#caller.settings;
    await this.#caller.askPlainly({ op: 'stop-server' }, callMs + GRACE_MS, nothing);
  }

  /** Lets time pass while functions that the submission was handed can be called (timers, events). */
  async wait(ms: number): Promise<void> {
    await this.#caller.askPlainly({ op: 'wait', ms }, ms + this.#caller.settings.callMs, nothing);
  }

  /** The next of a row of numbers from 0 up to 1 that `seed` fixes. */
  random(): number {
    this.#random = ((this.#random ?? this.seed) + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#random ^ (this.#random >>> 15), 1 | this.#random);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  async #load(module: string): Promise<Loading> {
    const { loadMs } = this.#caller.settings;
    try {
      return { exports: await this.#caller.askPlainly({ op: 'load', module }, loadMs, exportKinds) };
    } catch (error) {
      return { error };
    }
  }

  /** What fails the first time fails the same way each time: it tells of the submission before it knew of any test. */
  async #once(key: string, check: () => Promise<unknown>): Promise<void> {
    const checked = this.#checks.get(key) ?? check();
    this.#checks.set(key, checked);
    try {
      await checked;
    } catch (error) {
      throw noteTrouble(error);
    }
  }
}

/** Of some questions nothing counts but that they were answered. */
function nothing(): undefined {
  return undefined;
}

function requestBody(options: FetchOptions): { headers: [string, string][]; body: string } {
  const headers = new Headers(options.headers);
  const content = options.json === undefined ? options.body : JSON.stringify(options.json);
  if (options.json !== undefined && !headers.has('content-type'))
    headers.set('content-type', 'application/json');
  if (content instanceof URLSearchParams && !headers.has('content-type')) {
    headers.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8');
  }
  const bytes =
    content === undefined ? '' : base64(content instanceof URLSearchParams ? content.toString() : content);
  return { headers: [...headers], body: bytes };
}

function base64(content: string | Uint8Array): string {
  return Buffer.from(content as Uint8Array).toString('base64');
}
