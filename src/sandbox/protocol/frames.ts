/** One message between the worker and a container. `id` ties an answer to its question; 0 where there is none. */
export interface Frame {
  kind: number;
  id: number;
  payload: Uint8Array;
}

/** Bytes before the payload: length of the rest (4), kind (1), id (4), big-endian. */
const HEADER = 9;

/** Longest frame, header included, that a learner's container may send: 2 MiB. */
export const LEARNER_FRAME_BYTES = 2 * 1024 * 1024;
/** Longest frame of an analyst, its report: 4 MiB. All that it sends may be twice that. */
export const ANALYST_FRAME_BYTES = 4 * 1024 * 1024;
/** Longest frame that the trusted runner may send: its report holds every test. */
export const RUNNER_FRAME_BYTES = 32 * 1024 * 1024;

const EMPTY = new Uint8Array(0);
const utf8 = new TextEncoder();
const text = new TextDecoder();

/** Bytes of a frame, ready to be written. */
export function encodeFrame(kind: number, id = 0, payload: Uint8Array | string = EMPTY): Uint8Array {
  const body = typeof payload === 'string' ? utf8.encode(payload) : payload;
  const bytes = new Uint8Array(HEADER + body.byteLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, HEADER - 4 + body.byteLength);
  view.setUint8(4, kind);
  view.setUint32(5, id);
  bytes.set(body, HEADER);
  return bytes;
}

/** The payload of a frame as text (UTF-8). */
export function payloadText(frame: Frame): string {
  return text.decode(frame.payload);
}

/** Thrown on bytes that cannot be frames; whoever sent them is not heard any further. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

/**
 * Cuts a stream of bytes into frames, whatever the chunks it arrives in.
 *
 * Throws a FrameError on a length that is impossible or above `limit` (bytes), before any of it is kept.
 */
export class FrameReader {
  readonly #limit: number;
  #chunks: Uint8Array[] = [];
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  push(chunk: Uint8Array): Frame[] {
    this.#chunks.push(chunk);
    this.#size += chunk.byteLength;
    const frames: Frame[] = [];
    for (let length = this.#nextLength(); length !== null; length = this.#nextLength()) {
      if (this.#size < length) break;
      frames.push(this.#cut(length));
    }
    return frames;
  }

  /** Whole length of the frame that comes next; null while its length has not arrived. */
  #nextLength(): number | null {
    if (this.#size < 4) return null;
    const head = this.#joined(4);
    const length = new DataView(head.buffer, head.byteOffset).getUint32(0) + 4;
    if (length < HEADER || length > this.#limit) {
      throw new FrameError(`a frame of ${length} bytes; at most ${this.#limit} are taken`);
    }
    return length;
  }

  #cut(length: number): Frame {
    const bytes = this.#joined(length);
    const rest = bytes.subarray(length);
    this.#chunks = rest.byteLength > 0 ? [rest, ...this.#chunks.slice(1)] : this.#chunks.slice(1);
    this.#size -= length;
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    return { kind: view.getUint8(4), id: view.getUint32(5), payload: bytes.subarray(HEADER, length) };
  }

  /** At least the first `needed` bytes in one piece; chunks are joined only when the first one is shorter. */
  #joined(needed: number): Uint8Array {
    const [first] = this.#chunks;
    if (first !== undefined && first.byteLength >= needed) return first;
    const all = new Uint8Array(this.#size);
    let at = 0;
    for (const chunk of this.#chunks) {
      all.set(chunk, at);
      at += chunk.byteLength;
    }
    this.#chunks = [all];
    return all;
  }
}
