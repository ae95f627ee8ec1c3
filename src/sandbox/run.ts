import type { Clock } from '../domain/clock.ts';
import { sandboxError } from '../domain/errors/sandbox.ts';
import type { Launcher, LaunchRequest, Station } from './launcher.ts';
import { LEARNER_RUN_BYTES, openLine } from './line.ts';
import { LEARNER_FRAME_BYTES, RUNNER_FRAME_BYTES } from './protocol/frames.ts';
import { Relay, TICK_MS } from './relay.ts';
import type { SandboxRequest } from './sandbox.ts';
import { seedOf } from './seed.ts';

/** How often a learner's container is replaced in one run (after a call that hangs, or a crash). */
const REPLACEMENTS = 3;
/** How long a container may take from its start until it is ready, ms. */
const BOOT_MS = 60_000;
/** How long the runner may take to send its report when the time of the run is over, ms. */
const LAST_WORDS_MS = 10_000;
/** Loading a module may take this many times as long as a call: it brings its packages with it. */
const LOAD_FACTOR = 3;

/** One run: two containers, the relay between them, and the report at the end. */
export class Run {
  readonly #launcher: Launcher;
  readonly #request: SandboxRequest;
  readonly #clock: Clock;
  readonly #relay: Relay;
  readonly #stations = new Set<Station>();
  readonly #abort = new AbortController();
  readonly #launches: Promise<unknown>[] = [];
  #runner: Station | null = null;
  #learner: Station | null = null;
  #epoch = 0;
  #finish: (report: string) => void = () => undefined;
  #fail: (error: unknown) => void = () => undefined;

  constructor(launcher: Launcher, request: SandboxRequest, clock: Clock) {
    this.#launcher = launcher;
    this.#request = request;
    this.#clock = clock;
    const { limits } = request;
    this.#relay = new Relay(
      {
        toRunner: (frame) => this.#runner?.write(frame),
        toLearner: (frame) => this.#learner?.write(frame),
        stopLearner: () => {
          const station = this.#learner;
          this.#learner = null;
          void station?.stop();
        },
        startLearner: () => {
          this.#launchLearner();
        },
        onTest: request.onTest,
        onReport: (report) => {
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
        this.#launchRunner();
        this.#launchLearner();
      });
    } finally {
      clearInterval(timer);
      signal.removeEventListener('abort', onAbort);
    }
  }

  /** Ends and removes everything that this run has started. */
  async end(): Promise<void> {
    this.#abort.abort();
    this.#fail(new Error('the sandbox was closed'));
    await Promise.allSettled(this.#launches);
    await Promise.all([...this.#stations].map((station) => station.stop()));
  }

  #launchRunner(): void {
    const { tests, submission, limits } = this.#request;
    const settings = {
      callMs: limits.callSeconds * 1000,
      loadMs: limits.callSeconds * 1000 * LOAD_FACTOR,
      testMs: limits.testSeconds * 1000,
      seed: seedOf(submission, tests),
    };
    void this.#launch('runner', (station) => {
      this.#runner = station;
      openLine(
        station,
        { files: tests, settings },
        { frameBytes: RUNNER_FRAME_BYTES, runBytes: Infinity },
        {
          onReady: () => undefined,
          onFrame: (frame) => {
            this.#relay.fromRunner(frame);
          },
          onUnbearable: (found) => {
            this.#fail(sandboxError('sandbox.report-unreadable', { found }));
          },
        },
      );
      return station.ended.then(({ code }) => {
        this.#fail(sandboxError('sandbox.runner-ended', { role: 'runner', code, log: station.log() }));
      });
    });
  }

  #launchLearner(): void {
    this.#epoch += 1;
    const settings = { epoch: this.#epoch };
    void this.#launch('learner', (station) => {
      this.#learner = station;
      let ready = false;
      const boot = setTimeout(() => {
        this.#fail(
          sandboxError('sandbox.runner-ended', {
            role: 'learner',
            code: null,
            log: 'it did not start in time',
          }),
        );
      }, BOOT_MS);
      openLine(
        station,
        { files: this.#request.submission, settings },
        { frameBytes: LEARNER_FRAME_BYTES, runBytes: LEARNER_RUN_BYTES },
        {
          onReady: () => {
            clearTimeout(boot);
            if (ready || station !== this.#learner) return;
            ready = true;
            this.#relay.learnerReady();
          },
          onFrame: (frame) => {
            if (station === this.#learner) this.#relay.fromLearner(frame);
          },
          onUnbearable: () => {
            if (station === this.#learner) this.#relay.learnerUnbearable();
          },
        },
      );
      return station.ended.then((ending) => {
        clearTimeout(boot);
        if (station !== this.#learner) return;
        this.#learner = null;
        // Nothing of the submission has run before it is ready: then its end is ours.
        if (ready)
          this.#relay.learnerEnded({ ...ending, outOfMemory: ending.outOfMemory || heapIsFull(station) });
        else
          this.#fail(
            sandboxError('sandbox.runner-ended', { role: 'learner', code: ending.code, log: station.log() }),
          );
      });
    });
  }

  async #launch(role: 'runner' | 'learner', use: (station: Station) => Promise<void>): Promise<void> {
    const { grader, project, limits } = this.#request;
    const request: LaunchRequest = { grader, project, limits, signal: this.#abort.signal };
    const launch = this.#launcher.launch(role, request);
    this.#launches.push(launch);
    try {
      const station = await launch;
      this.#stations.add(station);
      if (!this.#abort.signal.aborted) await use(station);
    } catch (error) {
      this.#fail(error);
    }
  }

  #overSince: number | null = null;

  #tick(): void {
    this.#relay.tick();
    if (!this.#relay.over) return;
    this.#overSince ??= this.#clock.now();
    if (this.#clock.now() - this.#overSince > LAST_WORDS_MS) {
      this.#fail(sandboxError('sandbox.runner-silent', { seconds: this.#request.limits.totalSeconds }));
    }
  }
}

/** A process may give up before the kernel ends it, when what the language keeps for itself is full. */
function heapIsFull(station: Station): boolean {
  return /heap out of memory|MemoryError|OutOfMemoryError/.test(station.log());
}
