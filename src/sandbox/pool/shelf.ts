import type { Wanted } from '../launcher.ts';
import type { Line } from '../line.ts';
import { SPARE_MIB } from './capacity.ts';
import type { Stock } from './stock.ts';

/** A container that is free for a run. */
export interface Spare {
  line: Line;
  /** When its start began, ms since 1970. */
  bornAt: number;
  /** How many runs it has served. */
  runs: number;
}

interface Waiter {
  take: (spare: Spare) => void;
  refuse: (error: Error) => void;
}

/** After a start that failed, none is made without being asked for, ms; twice as long each time, up to a minute. */
const FIRST_REST_MS = 2_000;
const LONGEST_REST_MS = 60_000;

/** Of its limit, an analyst that waits needs half (measured with all tools of style loaded: 410 of 768 MiB). */
const SHARE_OF_LIMIT = 0.5;

function useOf(wanted: Wanted): Pick<Stock, 'use' | 'size'> {
  if (wanted.role !== 'analyst') return { use: wanted.role === 'runner' ? 'lasting' : 'once', size: 1 };
  const { memoryMiB, submissions } = wanted.limits;
  const size = Math.ceil((memoryMiB * SHARE_OF_LIMIT) / SPARE_MIB);
  return { use: submissions > 1 ? 'lasting' : 'seldom', size };
}

/** The containers of one kind: those that are free, and the runs that wait for one. */
export class Shelf {
  readonly kind: string;
  readonly wanted: Wanted;
  wantedAt = 0;
  starting = 0;
  leased = 0;
  /** Leased ones that are about to be free again. */
  returning = 0;
  restUntil = 0;
  #failures = 0;
  #ready: Spare[] = [];
  #waiters: Waiter[] = [];

  constructor(kind: string, wanted: Wanted) {
    this.kind = kind;
    this.wanted = wanted;
  }

  get ready(): number {
    return this.#ready.length;
  }

  /** Ready, or soon. */
  get coming(): number {
    return this.#ready.length + this.starting;
  }

  get waiting(): number {
    return this.#waiters.length;
  }

  stock(): Stock {
    const { kind, ready, starting, leased, waiting, wantedAt } = this;
    return { kind, ...useOf(this.wanted), ready, starting, leased, waiting, wantedAt };
  }

  /** The oldest one that was born after `since`; null where there is none. */
  takeReady(since: number): Spare | null {
    const at = this.#ready.findIndex(({ bornAt }) => bornAt > since);
    return at === -1 ? null : (this.#ready.splice(at, 1)[0] ?? null);
  }

  /** Those that are older than `since`, and of the others the oldest that are more than `wanted`. */
  takeSurplus(wanted: number, since: number): Spare[] {
    const old = this.#ready.filter(({ bornAt }) => bornAt <= since);
    const young = this.#ready.filter(({ bornAt }) => bornAt > since);
    const surplus = young.splice(0, Math.max(0, young.length - wanted));
    this.#ready = young;
    return [...old, ...surplus];
  }

  /** Hands it to who waits longest, else keeps it. */
  put(spare: Spare): void {
    this.#failures = 0;
    const waiter = this.#waiters.shift();
    if (waiter === undefined) this.#ready.push(spare);
    else waiter.take(spare);
  }

  /** Takes one out that has ended; false when it was not here. */
  drop(line: Line): boolean {
    const left = this.#ready.filter((spare) => spare.line !== line);
    const dropped = left.length < this.#ready.length;
    this.#ready = left;
    return dropped;
  }

  /** Resolves to the next one that is free. Rejects with the signal's reason, or with why none could be started. */
  next(signal: AbortSignal): Promise<Spare> {
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        this.#waiters = this.#waiters.filter((each) => each !== waiter);
        reject(signal.reason as Error);
      };
      const waiter: Waiter = {
        take: (spare) => {
          signal.removeEventListener('abort', onAbort);
          resolve(spare);
        },
        refuse: (error) => {
          signal.removeEventListener('abort', onAbort);
          reject(error);
        },
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#waiters.push(waiter);
    });
  }

  /** A start failed: one of those who wait is told why. */
  startFailed(error: Error, now: number): void {
    this.restUntil = now + Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** this.#failures);
    this.#failures += 1;
    this.#waiters.shift()?.refuse(error);
  }

  refuseAll(error: Error): void {
    for (const waiter of this.#waiters.splice(0)) waiter.refuse(error);
  }
}
