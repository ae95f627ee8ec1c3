import type { Clock } from '../../domain/clock.ts';
import type { Launcher, Wanted } from '../launcher.ts';
import type { Line } from '../line.ts';
import type { Places } from './places.ts';
import { FORGET_MS, LASTING_AGE_MS, LIFE_MS, RUNNER_RUNS, SPARE_AGE_MS } from './ages.ts';
import { boot } from './boot.ts';
import { Shelf, type Spare } from './shelf.ts';
import { wantedStock } from './stock.ts';

/** How often ages are looked at, ms. */
const LOOK_MS = 15_000;
/** How long a runner may take to be clean again after a run, ms. */
const CLEAN_MS = 10_000;

/** A container that one run has for itself. */
export interface Lease {
  line: Line;
  /** It was there when it was asked for. */
  warm: boolean;
  /** Gives it back. `again`: another run may have it as soon as it says that it is clean; otherwise it is removed. */
  end(how: 'again' | 'spoilt'): Promise<void>;
}

/**
 * Keeps started containers ready, so that a run need not wait for one. A learner's container serves one run and is
 * removed; a runner serves many. What a run waits for is started at once. Of spares, no more are started at a time than
 * there are places; those that would only be a reserve wait until there is a place that nobody uses.
 */
export class Pool {
  readonly #launcher: Launcher;
  readonly #places: Places;
  readonly #spares: number;
  readonly #clock: Clock;
  readonly #shelves = new Map<string, Shelf>();
  readonly #closing = new AbortController();
  /** Containers that are being started or removed. */
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #timer: NodeJS.Timeout;

  /** `spares`: how many containers may wait, of all kinds together; 0 keeps none. */
  constructor(launcher: Launcher, { places, spares }: { places: Places; spares: number }, clock: Clock) {
    this.#launcher = launcher;
    this.#places = places;
    this.#spares = spares;
    this.#clock = clock;
    this.#timer = setInterval(() => {
      this.look();
    }, LOOK_MS).unref();
  }

  /** Resolves to a container that is free for a run. Rejects when none can be started, or with the signal's reason. */
  async lease(wanted: Wanted, signal: AbortSignal): Promise<Lease> {
    signal.throwIfAborted();
    this.#closing.signal.throwIfAborted();
    const shelf = this.#shelf(wanted);
    shelf.wantedAt = this.#clock.now();
    const ready = shelf.takeReady(this.#clock.now() - ageOf(wanted));
    const spare = ready ?? (await this.#next(shelf, signal));
    shelf.leased += 1;
    return {
      line: spare.line,
      warm: ready !== null,
      end: (how) => this.#track(this.#takeBack(shelf, spare, how)),
    };
  }

  /** Has containers ready before anybody asks for them. */
  keep(wanted: Wanted): void {
    this.#shelf(wanted).wantedAt = this.#clock.now();
    this.look();
  }

  /** Starts and removes what has to be; to be called when a place has become free. */
  look(): void {
    if (this.#closing.signal.aborted) return;
    const now = this.#clock.now();
    const rules = { places: this.#places.count, spares: this.#spares, forgetMs: FORGET_MS };
    const shelves = [...this.#shelves.values()].sort((a, b) => b.wantedAt - a.wantedAt);
    const stock = wantedStock(
      shelves.map((shelf) => shelf.stock()),
      rules,
      now,
    );
    for (const shelf of shelves) {
      const wanted = stock.get(shelf.kind) ?? 0;
      for (const spare of shelf.takeSurplus(wanted, now - ageOf(shelf.wanted))) {
        void this.#track(spare.line.stop());
      }
      while (shelf.starting + shelf.returning < shelf.waiting) this.#start(shelf);
      while (shelf.coming < wanted && this.#mayStartSpare(shelf) && now >= shelf.restUntil) {
        this.#start(shelf);
      }
    }
  }

  /** Settles when nothing is being started or removed any more. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  /** Removes every container that waits, and starts no more. Leased ones are their runs' to give back. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    const closed = new Error('the sandbox was closed');
    this.#closing.abort(closed);
    for (const shelf of this.#shelves.values()) {
      shelf.refuseAll(closed);
      for (const spare of shelf.takeSurplus(0, Infinity)) void this.#track(spare.line.stop());
    }
    await this.settled();
  }

  /**
   * Measured on two processors with more runs asked for than there are places: a fifth more runs are done when the
   * containers of the next ones are started meanwhile, rather than when a place is free.
   */
  #mayStartSpare(shelf: Shelf): boolean {
    const { count, taken, alone } = this.#places;
    const starting = [...this.#shelves.values()].reduce((sum, each) => sum + each.starting, 0);
    if (alone || starting >= count) return false;
    return taken < count || shelf.coming < count;
  }

  #shelf(wanted: Wanted): Shelf {
    const kind = this.#launcher.kindOf(wanted);
    const known = this.#shelves.get(kind);
    if (known !== undefined) return known;
    const shelf = new Shelf(kind, wanted);
    this.#shelves.set(kind, shelf);
    return shelf;
  }

  async #next(shelf: Shelf, signal: AbortSignal): Promise<Spare> {
    const next = shelf.next(signal);
    this.look();
    return next;
  }

  #start(shelf: Shelf): void {
    shelf.starting += 1;
    const bornAt = this.#clock.now();
    const options = { lifeMs: LIFE_MS[shelf.wanted.role], signal: this.#closing.signal };
    const started = boot(this.#launcher, shelf.wanted, options).then(
      (line) => {
        shelf.starting -= 1;
        this.#put(shelf, { line, bornAt, runs: 0 });
        void line.ended.then(() => {
          // It ended while nobody used it: it is removed, and another one takes its place.
          if (!shelf.drop(line)) return;
          void this.#track(line.stop());
          this.look();
        });
      },
      (error: unknown) => {
        shelf.starting -= 1;
        const reason = error instanceof Error ? error : new Error(String(error));
        shelf.startFailed(reason, this.#clock.now());
      },
    );
    void this.#track(started).then(() => {
      this.look();
    });
  }

  #put(shelf: Shelf, spare: Spare): void {
    if (this.#closing.signal.aborted) void this.#track(spare.line.stop());
    else shelf.put(spare);
  }

  async #takeBack(shelf: Shelf, spare: Spare, how: 'again' | 'spoilt'): Promise<void> {
    spare.line.leave();
    try {
      const again = how === 'again' && this.#spares > 0 && spare.runs + 1 < runsOf(shelf.wanted);
      if (again) shelf.returning += 1;
      const clean = again && (await isClean(spare.line));
      if (again) shelf.returning -= 1;
      if (clean) this.#put(shelf, { ...spare, runs: spare.runs + 1 });
      else await spare.line.stop();
    } finally {
      shelf.leased -= 1;
      this.look();
    }
  }

  #track<T>(work: Promise<T>): Promise<T> {
    this.#underWay.add(work);
    const over = (): void => {
      this.#underWay.delete(work);
    };
    work.then(over, over);
    return work;
  }
}

function ageOf(wanted: Wanted): number {
  return runsOf(wanted) > 1 ? LASTING_AGE_MS : SPARE_AGE_MS;
}

/** How many runs a container serves before it is removed. */
function runsOf(wanted: Wanted): number {
  if (wanted.role === 'analyst') return wanted.limits.submissions;
  return wanted.role === 'runner' ? RUNNER_RUNS : 1;
}

async function isClean(line: Line): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, CLEAN_MS, false);
  });
  try {
    return await Promise.race([line.untilIdle(), late]);
  } finally {
    clearTimeout(timer);
  }
}
