import type { Clock } from '../domain/clock.ts';
import type { FileMap } from '../domain/course/file-map.ts';
import { sandboxError } from '../domain/errors/sandbox.ts';
import type { RunRole } from './launcher.ts';
import type { Line, LineEvents } from './line.ts';
import type { Lease, Pool } from './pool/pool.ts';
import { Relay, REPLACEMENTS, TICK_MS } from './relay/relay.ts';
import type { SandboxRequest } from './sandbox.ts';
import { encodeFrame } from './protocol/frames.ts';
import { Kind } from './protocol/kinds.ts';
import { seedOf } from './seed.ts';
import type { Happening } from './trace.ts';

/** How long the tests may take to come to their own end when the time of the run is over, ms: then each has its cause. */
const STOP_AFTER_MS = 3_000;
/** How long the runner may take to send its report then, ms; on a busy machine it takes a while. */
const LAST_WORDS_MS = 20_000;
/** Loading a module may take this many times as long as a call: it brings its packages with it. */
const LOAD_FACTOR = 3;

/**
 * One run: a runner and a learner's container, the relay between them, and the report at the end. A container that had
 * been ready and has ended before it took in this run's files ended while it waited, without anybody having seen it yet:
 * then the run takes another.
 */
export class Run {
  readonly #pool: Pool;
  readonly #request: SandboxRequest;
  readonly #clock: Clock;
  readonly #relay: Relay;
  readonly #abort = new AbortController();
  readonly #leases: Promise<unknown>[] = [];
  readonly #leaving: Promise<void>[] = [];
  #runner: Lease | null = null;
  #learner: Lease | null = null;
  #epoch = 0;
  /** Counts the learner's containers that were asked for, and stopped: which one is wanted now. */
  #wanted = 0;
  #reported = false;
  /** How often it was looked since the time was over. */
  #looks = 0;
  #finish: (report: string) => void = () => undefined;
  #fail: (error: unknown) => void = () => undefined;

  constructor(pool: Pool, request: SandboxRequest, clock: Clock) {
    this.#pool = pool;
    this.#request = request;
    this.#clock = clock;
    const { limits } = request;
    this.#relay = new Relay(
      {
        toRunner: (frame) => this.#runner?.line.send(frame),
        toLearner: (frame) => this.#learner?.line.send(frame),
        stopLearner: () => {
          this.#wanted += 1;
          this.#dropLearner();
        },
        startLearner: () => {
          this.#leaseLearner();
        },
        measureCpu: (answer) => {
          if (this.#learner === null) answer(null);
          else void this.#learner.line.cpuMs().then(answer);
        },
        onLost: (reason, code, open) => {
          this.#tell({ what: 'lost', reason, code, open });
        },
        onTest: (done) => {
          this.#tell({ what: 'test', done });
          request.onTest(done);
        },
        onReport: (report) => {
          this.#tell({ what: 'report', bytes: Buffer.byteLength(report) });
          this.#reported = true;
          this.#finish(report);
        },
      },
      { testMs: limits.testSeconds * 1000, totalMs: limits.totalSeconds * 1000, replacements: REPLACEMENTS },
      clock,
    );
  }

  /** Runs the tests and resolves to the runner's report, as text. */
  async report(): Promise<string> {
    const { signal } = this.#request;
    signal.throwIfAborted();
    const onAbort = (): void => {
      this.#fail(signal.reason);
    };
    const timer = setInterval(() => {
      this.#tick();
    }, TICK_MS);
    try {
      return await new Promise<string>((resolve, reject) => {
        this.#finish = resolve;
        this.#fail = reject;
        signal.addEventListener('abort', onAbort, { once: true });
        this.#leaseRunner();
        this.#leaseLearner();
      });
    } finally {
      clearInterval(timer);
      signal.removeEventListener('abort', onAbort);
    }
  }

  /** Gives back what this run has leased, and settles when all of it is removed or free again. */
  async end(): Promise<void> {
    this.#abort.abort(new Error('the run has ended'));
    this.#fail(new Error('the sandbox was closed'));
    await Promise.allSettled(this.#leases);
    this.#dropLearner();
    const runner = this.#runner;
    this.#runner = null;
    // A runner that has not reported may still be at work for this run.
    if (runner !== null) this.#leaving.push(runner.end(this.#reported ? 'again' : 'spoilt'));
    await Promise.all(this.#leaving);
  }

  #leaseRunner(): void {
    void this.#lease('runner', (lease) => {
      this.#beginRunner(lease);
    });
  }

  /** One that comes only when it has been stopped already is given back, and not used. */
  #leaseLearner(): void {
    this.#wanted += 1;
    const turn = this.#wanted;
    void this.#lease('learner', (lease) => {
      if (turn === this.#wanted) this.#beginLearner(lease);
      else this.#leaving.push(lease.end('spoilt'));
    });
  }

  #beginRunner(lease: Lease): void {
    this.#runner = lease;
    const { tests, submission, limits, seed = seedOf(submission, tests) } = this.#request;
    const settings = {
      callMs: limits.callSeconds * 1000,
      loadMs: limits.callSeconds * 1000 * LOAD_FACTOR,
      testMs: limits.testSeconds * 1000,
      seed,
    };
    let ready = false;
    this.#begin(lease.line, { files: tests, settings }, () => lease === this.#runner, {
      onReady: () => {
        ready = true;
        this.#tell({ what: 'files', role: 'runner', ...sizeOf(tests) });
      },
      onFrame: (frame) => {
        this.#relay.fromRunner(frame);
      },
      onUnbearable: (found) => {
        this.#fail(sandboxError('sandbox.report-unreadable', { found }));
      },
      onEnded: ({ code }) => {
        if (ready || !lease.warm) {
          this.#failEnded('runner', code, lease.line);
          return;
        }
        this.#runner = null;
        this.#leaving.push(lease.end('spoilt'));
        this.#leaseRunner();
      },
    });
  }

  #beginLearner(lease: Lease): void {
    this.#learner = lease;
    this.#epoch += 1;
    let ready = false;
    const setUp = {
      files: this.#request.submission,
      settings: { epoch: this.#epoch, outputBytes: this.#request.limits.outputKiB * 1024 },
    };
    this.#begin(lease.line, setUp, () => lease === this.#learner, {
      onReady: () => {
        if (ready) return;
        ready = true;
        this.#tell({ what: 'files', role: 'learner', ...sizeOf(this.#request.submission) });
        this.#relay.learnerReady();
      },
      onFrame: (frame) => {
        this.#relay.fromLearner(frame);
      },
      onUnbearable: () => {
        this.#relay.learnerUnbearable();
      },
      onEnded: (ending) => {
        this.#dropLearner();
        const outOfMemory = ending.outOfMemory || heapIsFull(lease.line);
        // Nothing of the submission has run before it is ready: then its end is ours.
        if (ready) this.#relay.learnerEnded({ ...ending, outOfMemory });
        else if (lease.warm) this.#leaseLearner();
        else this.#failEnded('learner', ending.code, lease.line);
      },
    });
  }

  /** Begins to speak with a container; what it says is heard only while it is still the run's. */
  #begin(line: Line, setUp: Parameters<Line['begin']>[0], isOurs: () => boolean, events: LineEvents): void {
    line.begin(setUp, {
      onReady: () => {
        if (isOurs()) events.onReady();
      },
      onFrame: (frame) => {
        if (isOurs()) events.onFrame(frame);
      },
      onUnbearable: (reason) => {
        if (isOurs()) events.onUnbearable(reason);
      },
      onEnded: (ending) => {
        if (isOurs()) events.onEnded(ending);
      },
    });
  }

  #failEnded(role: RunRole, code: number | null, line: Line): void {
    this.#fail(sandboxError('sandbox.runner-ended', { role, code, log: line.log() }));
  }

  #dropLearner(): void {
    const lease = this.#learner;
    this.#learner = null;
    if (lease !== null) this.#leaving.push(this.#giveBack(lease));
  }

  async #giveBack(lease: Lease): Promise<void> {
    // Asking takes a while, so it is done only for who wants to know.
    if (this.#request.onHappening !== undefined) {
      this.#tell({ what: 'used', cpuMs: await lease.line.cpuMs() });
    }
    await lease.end('spoilt');
  }

  async #lease(role: RunRole, begin: (lease: Lease) => void): Promise<void> {
    const { grader, project, limits } = this.#request;
    const askedAt = this.#clock.now();
    const leased = this.#pool.lease({ role, grader, project, limits }, this.#abort.signal);
    this.#leases.push(leased);
    try {
      const lease = await leased;
      if (this.#abort.signal.aborted) {
        await lease.end('spoilt');
        return;
      }
      const which = role === 'runner' ? 1 : this.#epoch + 1;
      const tookMs = this.#clock.now() - askedAt;
      this.#tell({ what: 'container', role, warm: lease.warm, which, tookMs });
      begin(lease);
    } catch (error) {
      this.#fail(error);
    }
  }

  #tell(happening: Happening): void {
    this.#request.onHappening?.(happening);
  }

  #tick(): void {
    this.#relay.tick();
    if (!this.#relay.over) return;
    // Counted, not asked of a clock: while this process is kept waiting itself, nobody's time passes.
    this.#looks += 1;
    if (this.#looks === STOP_AFTER_MS / TICK_MS) this.#runner?.line.send(encodeFrame(Kind.stop));
    if (this.#looks === LAST_WORDS_MS / TICK_MS) {
      this.#fail(sandboxError('sandbox.runner-silent', { seconds: this.#request.limits.totalSeconds }));
    }
  }
}

/** A process may give up before the kernel ends it, when what the language keeps for itself is full. */
function heapIsFull(line: Line): boolean {
  return /heap out of memory|MemoryError|OutOfMemoryError/.test(line.log());
}

function sizeOf(files: FileMap): { count: number; bytes: number } {
  let bytes = 0;
  for (const content of files.values()) bytes += content.byteLength;
  return { count: files.size, bytes };
}
