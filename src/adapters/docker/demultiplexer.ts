/** Bytes before each piece of a multiplexed stream: which stream (1), nothing (3), length (4, big-endian). */
const HEADER = 8;
const STDOUT = 1;

/** Parts Docker's one stream of an attached container into standard output and standard error, without copying. */
export class Demultiplexer {
  readonly #out: (chunk: Uint8Array) => void;
  readonly #err: (chunk: Uint8Array) => void;
  #header = Buffer.alloc(0);
  #stream = STDOUT;
  #left = 0;

  constructor(out: (chunk: Uint8Array) => void, err: (chunk: Uint8Array) => void) {
    this.#out = out;
    this.#err = err;
  }

  push(chunk: Buffer): void {
    let rest = chunk;
    while (rest.byteLength > 0) {
      if (this.#left === 0) {
        const needed = HEADER - this.#header.byteLength;
        this.#header = Buffer.concat([this.#header, rest.subarray(0, needed)]);
        rest = rest.subarray(needed);
        if (this.#header.byteLength < HEADER) return;
        this.#stream = this.#header.readUInt8(0);
        this.#left = this.#header.readUInt32BE(4);
        this.#header = Buffer.alloc(0);
        continue;
      }
      const piece = rest.subarray(0, this.#left);
      rest = rest.subarray(piece.byteLength);
      this.#left -= piece.byteLength;
      if (this.#stream === STDOUT) this.#out(piece);
      else this.#err(piece);
    }
  }
}
