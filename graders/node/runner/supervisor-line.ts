import { connect } from 'node:net';
import { encodeFrame } from '../../../src/sandbox/protocol/frames.ts';
import { CHANNEL_PATH, Local } from './local.ts';
import type { FileResults } from './results.ts';

/** A test process's line to the supervisor, for what it found. */
export class SupervisorLine {
  // node:test ends its run when nothing keeps the process alive any more; this line must not.
  readonly #socket = connect(CHANNEL_PATH).unref();

  testEnded(): void {
    this.#socket.write(encodeFrame(Local.ended));
  }

  results(results: FileResults): Promise<void> {
    this.#socket.ref();
    return new Promise((resolve) => {
      this.#socket.end(encodeFrame(Local.results, 0, JSON.stringify(results)), resolve);
    });
  }
}
