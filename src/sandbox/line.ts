import type { FileMap } from '../domain/course/file-map.ts';
import type { Ending, Station } from './launcher.ts';
import { fileFrames } from './protocol/file-frames.ts';
import { encodeFrame, type Frame, FrameError, FrameReader } from './protocol/frames.ts';
import { Kind } from './protocol/kinds.ts';

export interface LineEvents {
  /** It has read everything up to its settings. */
  onReady: () => void;
  onFrame: (frame: Frame) => void;
  /** It sent what cannot be frames, or more than it may; it is not listened to any further. */
  onUnbearable: (reason: string) => void;
  /** Its first process has ended. */
  onEnded: (ending: Ending) => void;
}

/** Bytes that a learner's container may send in one run: 32 MiB. */
export const LEARNER_RUN_BYTES = 32 * 1024 * 1024;

/** Frames over a started container. One run after another may speak over it; between them it is only asked whether it is idle. */
export class Line {
  readonly #station: Station;
  readonly #reader: FrameReader;
  readonly #runBytes: number;
  #received = 0;
  #deaf = false;
  #events: LineEvents | null = null;
  #idle = false;
  #ending: Ending | null = null;
  #onIdleOrEnded: () => void = () => undefined;

  /** `frameBytes`: the longest frame that is read. `runBytes`: how much it may send in one run. */
  constructor(station: Station, { frameBytes, runBytes }: { frameBytes: number; runBytes: number }) {
    this.#station = station;
    this.#reader = new FrameReader(frameBytes);
    this.#runBytes = runBytes;
    station.onOutput((chunk) => {
      this.#hear(chunk);
    });
    // Once for all runs: whatever waits for this promise is kept for as long as the container lives.
    void station.ended.then((ending) => {
      this.#ending = ending;
      this.#onIdleOrEnded();
      this.#events?.onEnded(ending);
    });
  }

  /** Settles when the container's first process has ended. */
  get ended(): Promise<Ending> {
    return this.#station.ended;
  }

  /** What it printed on standard error, the first 64 kB. */
  log(): string {
    return this.#station.log();
  }

  /** Resolves when it says that it is free for a run (or has said so since the last one); true if it still lives then. */
  untilIdle(): Promise<boolean> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.#ending !== null) resolve(false);
        else if (this.#idle) resolve(true);
      };
      this.#onIdleOrEnded = look;
      look();
    });
  }

  /** Begins a run: brings in files and settings, and hands every frame on to `events` from now on. */
  begin(setUp: { files: FileMap; settings: object }, events: LineEvents): void {
    this.#events = events;
    this.#idle = false;
    this.#received = 0;
    for (const [path, bytes] of setUp.files) for (const frame of fileFrames(path, bytes)) this.send(frame);
    this.send(encodeFrame(Kind.start, 0, JSON.stringify(setUp.settings)));
    const ending = this.#ending;
    if (ending === null) return;
    queueMicrotask(() => {
      if (this.#events === events) events.onEnded(ending);
    });
  }

  /** Ends a run: nothing more of it is heard. */
  leave(): void {
    this.#events = null;
  }

  /** The CPU time that its container has used in all, ms; null where that cannot be told. */
  cpuMs(): Promise<number | null> {
    return this.#station.cpuMs();
  }

  send(frame: Uint8Array): void {
    this.#station.write(frame);
  }

  /** Ends and removes the container. Never rejects. */
  stop(): Promise<void> {
    this.leave();
    return this.#station.stop();
  }

  #hear(chunk: Uint8Array): void {
    if (this.#deaf) return;
    this.#received += chunk.byteLength;
    try {
      if (this.#received > this.#runBytes) {
        throw new FrameError(`more than ${this.#runBytes} bytes in one run`);
      }
      for (const frame of this.#reader.push(chunk)) this.#take(frame);
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      this.#deaf = true;
      if (this.#events === null) void this.stop();
      else this.#events.onUnbearable(error.message);
    }
  }

  #take(frame: Frame): void {
    if (frame.kind === Kind.idle) {
      this.#idle = true;
      this.#onIdleOrEnded();
    } else if (frame.kind === Kind.ready) this.#events?.onReady();
    else this.#events?.onFrame(frame);
  }
}
