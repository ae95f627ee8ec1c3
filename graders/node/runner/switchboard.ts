import { encodeFrame, payloadText, type Frame } from '../../../src/sandbox/protocol/frames.ts';
import { Kind } from '../../../src/sandbox/protocol/kinds.ts';
import { type Line, layLines } from './line.ts';
import { IDS, Local } from './local.ts';

/** Ids have 32 bits. */
const NUMBERS = 2 ** 32 / IDS;

/** Questions that carry nothing of a test. */
const TELLS_NOTHING = /^\d+ \{"op":"(load|check-program|start-server|stop-server)"/;

/** Whether a question carries something of a test. */
export function tells(question: Frame): boolean {
  return !TELLS_NOTHING.test(payloadText({ ...question, payload: question.payload.subarray(0, 60) }));
}

/** Connects the tests with the worker, each test file by a line of its own. */
export class Switchboard {
  readonly #toWorker: (frame: Uint8Array) => void;
  readonly #lines = new Map<number, Line>();
  // Goes on from run to run: what is still on its way to a line of an earlier run finds nothing.
  #number = 0;
  #speaking: Line | undefined;
  #told = false;

  constructor(toWorker: (frame: Uint8Array) => void) {
    this.#toWorker = toWorker;
  }

  /** Something of a test of this run was sent to the submission. */
  get told(): boolean {
    return this.#told;
  }

  /** Lays lines for so many test files. */
  lay(count: number): Line[] {
    const numbers = Array.from({ length: count }, () => {
      this.#number = (this.#number + 1) % NUMBERS;
      return this.#number;
    });
    const lines = count === 0 ? [] : layLines(numbers);
    for (const line of lines) this.#lines.set(line.end.number, line);
    return lines;
  }

  /** Closes every line: the next run begins anew. */
  reset(): void {
    for (const line of this.#lines.values()) line.close();
    this.#lines.clear();
    this.#speaking = undefined;
    this.#told = false;
  }

  /** A frame of the worker or the learner: an answer goes to who asked, a callback to who asked last. */
  fromWorker(frame: Frame): void {
    const line = frame.kind === Kind.callback ? this.#speaking : this.#lineOf(frame);
    line?.write(encodeFrame(frame.kind, frame.id, frame.payload));
  }

  fromTests(frame: Frame): void {
    if (frame.kind === Kind.request) {
      this.#speaking = this.#lineOf(frame);
      this.#tell(frame);
    }
    this.#toWorker(encodeFrame(frame.kind, frame.id, frame.payload));
  }

  #lineOf({ id }: Frame): Line | undefined {
    return this.#lines.get(Math.floor(id / IDS));
  }

  #tell(frame: Frame): void {
    if (this.#told || !tells(frame)) return;
    this.#told = true;
    for (const line of this.#lines.values()) line.write(encodeFrame(Local.told));
  }
}
