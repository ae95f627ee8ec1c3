import type { Clock } from '../../domain/clock.ts';
import { Account, type RanOut } from './account.ts';
import { Budget } from './budget.ts';
import { CpuMeter, type MeasureCpu } from './cpu-meter.ts';
import { fatalOf } from './fatal.ts';
import { encodeFrame, payloadText, type Frame } from '../protocol/frames.ts';
import { Kind, type Failure, type FailureReason } from '../protocol/kinds.ts';

/** How often time is looked at, ms. */
export const TICK_MS = 50;
/** How long the main thread of a learner's process may take to say that it is alive, ms. */
const PONG_MS = 500;
/** Most calls of callbacks that may be open in one another. */
const MAX_CALLBACKS = 100;
/** Most questions that may be open: what a submission gives back can make the tests ask for thousands of promises. */
const MAX_OPEN = 10_000;

/**
 * How often a learner's container is replaced in one run. Ten functions that each loop or crash cost ten, and the
 * tests of the others still run; twelve containers cost less than one loop that uses up the time of all tests.
 */
export const REPLACEMENTS = 12;

const CALL_REASONS = { cpu: 'cpu-time', wait: 'wait-time', clock: 'call-time' } as const;
const TEST_REASONS = { cpu: 'test-cpu-time', wait: 'test-wait-time', clock: 'test-time' } as const;

/** What the relay does to the world. */
export interface RelayEffects {
  toRunner: (frame: Uint8Array) => void;
  toLearner: (frame: Uint8Array) => void;
  /** Ends the learner's container; the relay has answered everything that was open. */
  stopLearner: () => void;
  /** Starts another one; `learnerReady` is called when it has said that it is ready. */
  startLearner: () => void;
  /** Of the container that is the learner's now. */
  measureCpu: MeasureCpu;
  /** The learner's container is lost, with so many questions open. */
  onLost: (reason: FailureReason, code: number | null, open: number) => void;
  onTest: (done: number) => void;
  onReport: (report: string) => void;
}

export interface RelayLimits {
  testMs: number;
  totalMs: number;
  /** How often a learner's container may be replaced. */
  replacements: number;
}

interface Late {
  id: number;
  how: RanOut;
}

type Learner = 'starting' | 'ready' | 'gone' | 'given-up';

/**
 * Passes frames between the tests and the submission. The submission may answer questions that were asked and call
 * functions that it was handed while a question is open; everything else from it is dropped. It never says how the
 * exam went: progress and the report are taken from the runner alone.
 */
export class Relay {
  readonly #effects: RelayEffects;
  readonly #clock: Clock;
  readonly #budget: Budget;
  readonly #meter: CpuMeter;
  /** Questions of the submission that a test has not answered yet, with their place in the order of all questions. */
  readonly #callbacks = new Map<number, number>();
  /** Those that a test has answered with a promise. */
  readonly #promised = new Set<number>();
  #turn = 0;
  #replacementsLeft: number;
  #learner: Learner = 'starting';
  /** Frames for a learner that is not ready yet. */
  #held: Uint8Array[] = [];
  #fatal: Failure['error'] = null;
  #pinged: { at: number; late: Late[] } | null = null;
  #over = false;

  constructor(effects: RelayEffects, limits: RelayLimits, clock: Clock) {
    this.#effects = effects;
    this.#clock = clock;
    this.#budget = new Budget(limits, clock.now());
    this.#meter = new CpuMeter(effects.measureCpu, (cpuMs) => {
      this.#budget.explain(cpuMs);
    });
    this.#replacementsLeft = limits.replacements;
  }

  /** True when the whole run has used its time; the runner has then been told so at each question. */
  get over(): boolean {
    return this.#over;
  }

  /** How many questions wait for an answer. */
  get waiting(): number {
    return this.#budget.open.size;
  }

  learnerReady(): void {
    this.#learner = 'ready';
    this.#fatal = null;
    this.#meter.restart(this.#clock.now());
    for (const frame of this.#held.splice(0)) this.#effects.toLearner(frame);
  }

  /** The learner's container has ended by itself. */
  learnerEnded(ending: { code: number | null; outOfMemory: boolean }): void {
    if (this.#learner === 'gone' || this.#learner === 'given-up') return;
    this.#loseLearner(ending.outOfMemory ? 'memory' : 'ended', ending.code);
  }

  /** What came from the learner cannot be frames, or is too much. */
  learnerUnbearable(): void {
    this.#replace('output');
  }

  fromRunner(frame: Frame): void {
    switch (frame.kind) {
      case Kind.request:
        this.#ask(frame);
        return;
      case Kind.callbackPending:
      case Kind.callbackReply:
        if (!this.#callbacks.delete(frame.id) && !this.#promised.delete(frame.id)) return;
        // While the test's promise is open, what the submission does meanwhile is on its own time.
        if (frame.kind === Kind.callbackPending) this.#promised.add(frame.id);
        this.#effects.toLearner(encodeFrame(frame.kind, frame.id, frame.payload));
        return;
      case Kind.progress:
        this.#budget.testEnded();
        this.#effects.onTest(doneOf(payloadText(frame)));
        return;
      case Kind.report:
        this.#effects.onReport(payloadText(frame));
        return;
    }
  }

  fromLearner(frame: Frame): void {
    if (this.#learner !== 'ready') return;
    const waiting = this.#budget.open.get(frame.id);
    switch (frame.kind) {
      case Kind.pending:
        if (waiting === undefined || waiting.pending) return;
        waiting.pending = true;
        this.#effects.toRunner(encodeFrame(frame.kind, frame.id));
        return;
      case Kind.reply:
        if (!this.#budget.open.delete(frame.id)) return;
        this.#effects.toRunner(encodeFrame(frame.kind, frame.id, frame.payload));
        return;
      case Kind.callback:
        if (this.#budget.open.size === 0 || this.#callbacks.size >= MAX_CALLBACKS) return;
        if (this.#callbacks.has(frame.id) || this.#promised.has(frame.id)) return;
        this.#callbacks.set(frame.id, this.#nextTurn());
        this.#effects.toRunner(encodeFrame(frame.kind, frame.id, frame.payload));
        return;
      case Kind.fatal:
        this.#fatal = fatalOf(frame);
        return;
      case Kind.pong:
        this.#alive();
        return;
    }
  }

  /** Looks at the time; to be called every TICK_MS. */
  tick(): void {
    const now = this.#clock.now();
    const counting = this.#learner === 'ready' && !this.#testsTurn();
    this.#budget.step(now, counting);
    if (this.#budget.totalRanOut && !this.#over) {
      this.#over = true;
      this.#giveUp('total-time');
      return;
    }
    if (this.#pinged !== null) {
      if (now - this.#pinged.at >= PONG_MS) this.#replace('call-time');
      return;
    }
    if (counting) this.#meter.look(now, this.#budget.isDue);
    const { calls, test } = this.#budget.ranOut(this.#meter.known);
    if (test !== null) this.#replace(TEST_REASONS[test]);
    else if (calls.length > 0) this.#late(calls, now);
  }

  #ask({ id, payload }: Frame): void {
    const space = payload.indexOf(0x20);
    const limitMs = Number(Buffer.from(payload.subarray(0, space)).toString());
    if (this.#learner === 'given-up' || !Number.isFinite(limitMs)) {
      this.#fail(id, this.#over ? 'total-time' : 'stopped-too-often');
      return;
    }
    // Its container would be lost again at once.
    const ranOut = this.#budget.testRanOut(this.#meter.known);
    if (ranOut !== null || this.#budget.open.size >= MAX_OPEN) {
      this.#fail(id, ranOut === null ? 'output' : TEST_REASONS[ranOut]);
      return;
    }
    const frame = encodeFrame(Kind.request, id, payload.subarray(space + 1));
    const account = new Account(limitMs);
    this.#budget.open.set(id, { account, pending: false, turn: this.#nextTurn(), question: payload });
    if (this.#learner === 'ready') this.#effects.toLearner(frame);
    else this.#held.push(frame);
    if (this.#learner === 'gone') {
      this.#learner = 'starting';
      this.#effects.startLearner();
    }
  }

  #nextTurn(): number {
    this.#turn += 1;
    return this.#turn;
  }

  /** Whether a callback was asked last: then the submission waits for the test, and its time does not pass. */
  #testsTurn(): boolean {
    return Math.max(0, ...this.#callbacks.values()) > this.#budget.lastTurn;
  }

  /**
   * Some answers are late. Promises may be late in a process that is alive; a thread that hangs, or computes without
   * end, must be ended.
   */
  #late(late: Late[], now: number): void {
    const hanging = late.find(({ id, how }) => how === 'cpu' || this.#budget.open.get(id)?.pending === false);
    if (hanging !== undefined) {
      this.#replaceHanging(CALL_REASONS[hanging.how]);
      return;
    }
    this.#pinged = { at: now, late };
    this.#effects.toLearner(encodeFrame(Kind.ping));
  }

  /**
   * A call hangs. If an earlier one gave a promise that is still open, its code may be what hangs: the later calls
   * are asked once more, in another container.
   */
  #replaceHanging(reason: FailureReason): void {
    const open = [...this.#budget.open];
    const first = open.find(([, { pending }]) => pending)?.[1].turn ?? Infinity;
    const again = open.filter(([, { pending, turn }]) => !pending && turn > first);
    for (const [id] of again) this.#budget.open.delete(id);
    this.#replace(reason);
    for (const [id, { question }] of again) this.#ask({ kind: Kind.request, id, payload: question });
  }

  #alive(): void {
    const late = this.#pinged?.late ?? [];
    this.#pinged = null;
    for (const { id, how } of late) {
      // A process that computes as much as a busy machine lets it may still come to its end on a free one.
      const slow = how === 'clock' && this.#meter.known;
      if (this.#budget.open.delete(id)) this.#fail(id, slow ? 'call-time' : 'promise-time');
    }
  }

  #replace(reason: FailureReason): void {
    if (this.#learner === 'gone' || this.#learner === 'given-up') return;
    this.#effects.stopLearner();
    this.#loseLearner(reason, null);
  }

  #loseLearner(reason: FailureReason, code: number | null): void {
    this.#learner = this.#replacementsLeft > 0 ? 'gone' : 'given-up';
    this.#replacementsLeft -= 1;
    this.#failOpen(reason, code);
  }

  #giveUp(reason: FailureReason): void {
    if (this.#learner !== 'gone') this.#effects.stopLearner();
    this.#learner = 'given-up';
    this.#failOpen(reason, null);
  }

  #failOpen(reason: FailureReason, code: number | null): void {
    const ids = [...this.#budget.open.keys()];
    this.#effects.onLost(reason, code, ids.length);
    this.#budget.open.clear();
    this.#callbacks.clear();
    this.#promised.clear();
    this.#held = [];
    this.#pinged = null;
    for (const id of ids) this.#fail(id, reason, code);
  }

  #fail(id: number, reason: FailureReason, code: number | null = null): void {
    const failure: Failure = { reason, code, error: reason === 'ended' ? this.#fatal : null };
    this.#effects.toRunner(encodeFrame(Kind.failure, id, JSON.stringify(failure)));
  }
}

function doneOf(payload: string): number {
  const { done } = JSON.parse(payload) as { done: number };
  return done;
}
