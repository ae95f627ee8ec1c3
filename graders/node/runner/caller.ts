import type { Request, Target } from '../values/requests.ts';
import { faultOf, noteFault } from './fault.ts';
import type { Peer, Result } from './peer.ts';
import type { Settings } from './order.ts';
import type { Trouble } from './trouble-said.ts';
import { inTest, noteTrouble, testNow } from './troubles.ts';

/** Reasons that are a limit; each is told to the learner in plain words by the worker. */
const PLAIN = new Set(['stale', 'crossing', 'ended', 'not-loaded']);

/** How often one function may have to be stopped before it is not called again: a few tests can tell of it, not all time go. */
const MOST_STOPS = 3;
/** Limits of one call that its process is ended for. */
const STOPS = new Set(['cpu-time', 'wait-time', 'call-time']);

/** Asks the submission on behalf of the stubs, and turns what went wrong into errors that say whose fault it is. */
export class Caller {
  readonly peer: Peer;
  readonly #stops = new Map<string, number>();

  constructor(peer: Peer) {
    this.peer = peer;
  }

  get settings(): Settings {
    return this.peer.settings;
  }

  call(op: 'call' | 'construct', target: Target, args: unknown[]): unknown {
    const key = JSON.stringify(target);
    if ((this.#stops.get(key) ?? 0) >= MOST_STOPS) throw noteTrouble(limitReached('not-called-again'));
    return this.#finish(target, key, () => this.peer.call(op, target, args, this.settings.callMs));
  }

  /** Any other question about `target`, answered with the thread stopped. */
  ask(target: Target, request: Request): unknown {
    return this.#finish(target, null, () => this.peer.ask(request, this.settings.callMs));
  }

  /** Asks for what a promise of the submission comes to. */
  async settle(target: Target): Promise<unknown> {
    const askedIn = testNow();
    const result = await this.peer.askLater({ op: 'settle', target }, this.settings.callMs);
    return this.#conclude(result, null, askedIn);
  }

  /**
   * Asks what is answered with plain data, which `read` makes of what was told: before the promise of this function could
   * take that for a promise, and wait for ever. `late`: the limit that is hit when no answer comes.
   */
  async askPlainly<T>(
    request: Request,
    deadline: number,
    read: (told: unknown) => T,
    late?: string,
  ): Promise<T> {
    const askedIn = testNow();
    const result = await this.peer.askLater(request, deadline);
    if (late !== undefined && result.kind === 'trouble' && result.trouble.reason === 'promise-time')
      throw noteTrouble(limitReached(late), askedIn);
    return read(this.#conclude(result, null, askedIn));
  }

  #finish(target: Target, key: string | null, attempt: () => Result): unknown {
    const askedIn = testNow();
    let result = attempt();
    if (result.kind === 'trouble' && result.trouble.reason === 'not-loaded' && 'module' in target) {
      // Another process has taken the place of the one that was stopped.
      this.#conclude(this.peer.reload(target.module, this.settings.loadMs), null, askedIn);
      result = attempt();
    }
    if (result.kind !== 'pending') return this.#conclude(result, key, askedIn);
    const promise = result.promise.then((settled) => this.#conclude(settled, key, askedIn));
    // A test may never look at it; then its rejection must not end the process of the tests.
    promise.catch(() => undefined);
    return promise;
  }

  #conclude(result: Exclude<Result, { kind: 'pending' }>, key: string | null, askedIn: number): unknown {
    if (result.kind === 'value') return result.value;
    // vitest takes nothing that is thrown for whatever a test expects to be thrown.
    if (result.kind === 'thrown' && (result.error === undefined || result.error === null))
      throw new Error('Nothing was thrown in the place of an error.');
    if (result.kind === 'thrown' && !inTest() && faultOf(result.error) === null) throw thrownOutside();
    if (result.kind === 'thrown') throw result.error;
    if (key !== null && STOPS.has(result.trouble.reason))
      this.#stops.set(key, (this.#stops.get(key) ?? 0) + 1);
    throw noteTrouble(this.#troubleError(result.trouble), askedIn);
  }

  #troubleError(trouble: Trouble): Error {
    if (!PLAIN.has(trouble.reason)) return limitReached(trouble.reason);
    const said = 'error' in trouble ? trouble.error : null;
    const message = said?.message ?? MESSAGES[trouble.reason]?.(trouble, this.peer.told) ?? trouble.reason;
    const name = said?.name ?? 'Error';
    return noteFault(new Error(message), {
      kind: 'learner',
      name,
      message,
      file: said?.file ?? null,
      line: said?.line ?? null,
      // What ended a process may have been said by the submission; what is said here of a value was not.
      beforeAnyCall: said === null || !this.peer.told,
    });
  }
}

/**
 * What is said where no error of the submission says it. Nothing in these comes from the submission: the exit code is
 * chosen by it, and left out once it may know of a test.
 */
const MESSAGES: Record<string, (trouble: Trouble, told: boolean) => string> = {
  ended: (trouble, told) =>
    'code' in trouble && trouble.code !== null && !told
      ? `The submission ended its own process with exit code ${trouble.code} while it was asked.`
      : 'The submission ended its own process while it was asked.',
  stale: () => 'An object of an earlier call was used again after the submission had to be started anew.',
  crossing: () =>
    'The submission gave back a value that cannot be handed over: it is too large, nested too deeply, or changes while it is read.',
  'not-loaded': () => 'The submission could not be loaded again after it had to be started anew.',
};

/** What is thrown at the top level of a test file ends it, and must say by itself whose fault it is. */
function thrownOutside(): Error {
  const message = 'The submission threw something that is no error.';
  const fault = {
    kind: 'learner',
    name: 'Error',
    message,
    file: null,
    line: null,
    beforeAnyCall: true,
  } as const;
  return noteFault(new Error(message), fault);
}

function limitReached(reason: string): Error {
  return noteFault(new Error(`limit: ${reason}`), { kind: 'limit', reason });
}
