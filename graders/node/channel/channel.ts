import { writeSync } from 'node:fs';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { encodeFrame } from '../../../src/sandbox/protocol/frames.ts';

/** Where the channel is: a unix socket, or two open file descriptors. */
export type ChannelSource =
  | { path: string }
  /** `files`: the folder that files which arrive are written to. */
  | { read: number; write: number; files: string };

/** A frame whose payload is text. */
export interface Message {
  kind: number;
  id: number;
  payload: string;
}

/** What the worker thread tells; null when the channel has ended. */
export type FromWorker = Message | null;

// Taken before any learner code runs in this process: what it does to the globals afterwards is without effect here.
const { wait, load } = Atomics;
const receive = receiveMessageOnPort;

/** A channel whose messages can be waited for in both ways: by events, or by stopping the thread. */
export class Channel {
  readonly #port;
  readonly #worker: Worker;
  readonly #count: Int32Array<SharedArrayBuffer>;
  readonly #source: ChannelSource;
  readonly #held: 'always' | 'while-asked';

  /**
   * `worker`: address of the bundled `channel-worker`. `held`: whether the channel alone keeps the process alive,
   * or only while an answer is awaited.
   */
  constructor(
    worker: URL,
    source: ChannelSource,
    held: 'always' | 'while-asked',
    onMessage: (message: FromWorker) => void,
  ) {
    this.#held = held;
    const { port1, port2 } = new MessageChannel();
    const signal = new SharedArrayBuffer(4);
    this.#count = new Int32Array(signal);
    this.#source = source;
    this.#port = port1;
    this.#worker = new Worker(worker, { workerData: { port: port2, signal, source }, transferList: [port2] });
    port1.on('message', onMessage);
    this.hold(false);
  }

  send(kind: number, id: number, payload = ''): void {
    const bytes = encodeFrame(kind, id, payload);
    if ('path' in this.#source) this.#port.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
    else writeAll(this.#source.write, bytes);
  }

  /** Stops this thread until the next message is there. */
  next(): FromWorker {
    for (;;) {
      const seen = load(this.#count, 0);
      const got = receive(this.#port) as { message: FromWorker } | undefined;
      if (got !== undefined) return got.message;
      wait(this.#count, 0, seen);
    }
  }

  /** Told when the first answer is awaited, and when none is awaited any more. */
  hold(awaited: boolean): void {
    if (this.#held === 'always') return;
    if (awaited) this.#port.ref();
    else this.#port.unref();
    if (awaited) this.#worker.ref();
    else this.#worker.unref();
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.byteLength;) at += writeSync(descriptor, bytes, at);
}
