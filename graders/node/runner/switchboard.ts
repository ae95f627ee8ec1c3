import { createServer, type Socket } from 'node:net';
import {
  encodeFrame,
  FrameReader,
  payloadText,
  RUNNER_FRAME_BYTES,
  type Frame,
} from '../../../src/sandbox/protocol/frames.ts';
import { Kind } from '../../../src/sandbox/protocol/kinds.ts';
import { CHANNEL_PATH, Local } from './local.ts';
import type { FileResults } from './results.ts';

/** Ids of one connection's requests are below this; the connection's number is put on top of them. */
const IDS = 2 ** 20;

/** Questions that carry nothing of a test. */
const TELLS_NOTHING = /^\d+ \{"op":"(load|check-program|start-server|stop-server)"/;

export interface SwitchboardEvents {
  toWorker: (frame: Uint8Array) => void;
  onResults: (results: FileResults) => void;
  onTestEnded: () => void;
}

/** Connects the test processes, one after the other, with the worker. */
export class Switchboard {
  readonly #events: SwitchboardEvents;
  readonly #connections: Socket[] = [];
  #speaking: Socket | null = null;
  #told = false;

  constructor(events: SwitchboardEvents) {
    this.#events = events;
  }

  open(): Promise<void> {
    const server = createServer((socket) => {
      this.#connect(socket);
    });
    return new Promise((resolve) => server.listen(CHANNEL_PATH, resolve));
  }

  /** A frame of the worker or the learner: an answer goes to who asked, a callback to who asked last. */
  fromWorker({ kind, id, payload }: Frame): void {
    if (kind === Kind.callback) {
      this.#speaking?.write(encodeFrame(kind, id, payload));
      return;
    }
    const connection = this.#connections[Math.floor(id / IDS)];
    connection?.write(encodeFrame(kind, id % IDS, payload));
  }

  #connect(socket: Socket): void {
    const number = this.#connections.push(socket) - 1;
    const reader = new FrameReader(RUNNER_FRAME_BYTES);
    if (this.#told) socket.write(encodeFrame(Local.told));
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      for (const frame of reader.push(chunk)) this.#fromTests(frame, number, socket);
    });
  }

  #fromTests(frame: Frame, number: number, socket: Socket): void {
    if (frame.kind === Local.results) this.#events.onResults(JSON.parse(payloadText(frame)) as FileResults);
    else if (frame.kind === Local.ended) this.#events.onTestEnded();
    else if (frame.kind === Kind.request) {
      this.#speaking = socket;
      this.#tell(frame);
      this.#events.toWorker(encodeFrame(frame.kind, number * IDS + frame.id, frame.payload));
    } else this.#events.toWorker(encodeFrame(frame.kind, frame.id, frame.payload));
  }

  #tell(frame: Frame): void {
    if (this.#told || TELLS_NOTHING.test(payloadText(frame).slice(0, 60))) return;
    this.#told = true;
    for (const connection of this.#connections)
      if (!connection.destroyed) connection.write(encodeFrame(Local.told));
  }
}
