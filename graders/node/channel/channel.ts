import { openSync, readSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import {
  encodeFrame,
  type Frame,
  FrameReader,
  RUNNER_FRAME_BYTES,
} from '../../../src/sandbox/protocol/frames.ts';

/** Open file descriptors of a channel. The first two read one pipe, and must have been opened apart. */
export interface ChannelEnds {
  /** Made non-blocking, and read by events. */
  listen: number;
  /** Read while the thread is stopped. */
  read: number;
  write: number;
}

/** What arrives; null when the channel has ended. */
export type Arrival = Frame | null;

/** Bytes that are read at once: what a pipe holds. */
const CHUNK = 64 * 1024;

// Taken before any learner code runs in this process: what it does to the modules afterwards is without effect here.
const read = readSync;
const write = writeSync;
const soon = setImmediate;

/**
 * A channel whose frames can be waited for in both ways: by events, or by stopping the thread. Both read the same
 * pipe, and never at the same time: events are heard only while the thread is free.
 */
export class Channel {
  readonly #ends: ChannelEnds;
  readonly #onArrival: (arrival: Arrival) => void;
  readonly #held: 'always' | 'while-asked';
  readonly #reader = new FrameReader(RUNNER_FRAME_BYTES);
  readonly #socket: Socket;
  readonly #arrived: Arrival[] = [];
  #pumping = false;
  #ended = false;

  /** `held`: whether the channel alone keeps the process alive, or only while an answer is awaited. */
  constructor(ends: ChannelEnds, held: 'always' | 'while-asked', onArrival: (arrival: Arrival) => void) {
    this.#ends = ends;
    this.#held = held;
    this.#onArrival = onArrival;
    this.#socket = new Socket({ fd: ends.listen, readable: true, writable: false });
    this.#socket.on('data', (chunk: Uint8Array) => {
      this.#take(chunk);
      this.#pump();
    });
    const end = (): void => {
      this.#end();
      this.#pump();
    };
    this.#socket.on('end', end).on('error', end);
    this.hold(false);
  }

  send(kind: number, id: number, payload = ''): void {
    const bytes = encodeFrame(kind, id, payload);
    for (let at = 0; at < bytes.byteLength;) at += write(this.#ends.write, bytes, at);
  }

  /** Stops this thread until the next frame is there. */
  next(): Arrival {
    for (;;) {
      const arrival = this.#arrived.shift();
      if (arrival !== undefined) {
        this.#pumpSoon();
        return arrival;
      }
      if (this.#ended) return null;
      // New bytes each time: frames keep pieces of them.
      const chunk = new Uint8Array(CHUNK);
      const size = read(this.#ends.read, chunk);
      if (size === 0) this.#end();
      else this.#take(chunk.subarray(0, size));
    }
  }

  /** Told when the first answer is awaited, and when none is awaited any more. */
  hold(awaited: boolean): void {
    if (this.#held === 'always') return;
    if (awaited) this.#socket.ref();
    else this.#socket.unref();
  }

  #take(chunk: Uint8Array): void {
    this.#arrived.push(...this.#reader.push(chunk));
  }

  #end(): void {
    if (!this.#ended) this.#arrived.push(null);
    this.#ended = true;
  }

  /** Hands on one frame, and the others afterwards: what promises it sets off comes before the next. */
  #pump(): void {
    if (this.#pumping) return;
    const arrival = this.#arrived.shift();
    if (arrival === undefined) return;
    this.#pumpSoon();
    this.#onArrival(arrival);
  }

  /** What is left when the thread is free is handed on then. */
  #pumpSoon(): void {
    if (this.#pumping || this.#arrived.length === 0) return;
    this.#pumping = true;
    soon(() => {
      this.#pumping = false;
      this.#pump();
    });
  }
}

/** Opens once more what a descriptor reads, so that one of the two can be made non-blocking. */
export function openAgain(descriptor: number): number {
  return openSync(`/proc/self/fd/${descriptor}`, 'r');
}
