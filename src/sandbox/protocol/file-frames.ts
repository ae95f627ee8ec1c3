import { encodeFrame, type Frame } from './frames.ts';
import { Kind } from './kinds.ts';

/** Bytes of a file in one frame; well below the longest frame. */
const PIECE = 1024 * 1024;

const utf8 = new TextEncoder();
const text = new TextDecoder();

/** The frames that bring one file into a container; `path` is relative, with forward slashes. */
export function* fileFrames(path: string, bytes: Uint8Array): Generator<Uint8Array> {
  const name = utf8.encode(path);
  for (let at = 0; at === 0 || at < bytes.byteLength; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    const payload = new Uint8Array(2 + name.byteLength + piece.byteLength);
    new DataView(payload.buffer).setUint16(0, name.byteLength);
    payload.set(name, 2);
    payload.set(piece, 2 + name.byteLength);
    yield encodeFrame(Kind.file, 0, payload);
  }
}

/** A piece of a file out of its frame. */
export function readFileFrame(frame: Frame): { path: string; bytes: Uint8Array } {
  const { payload } = frame;
  const length = new DataView(payload.buffer, payload.byteOffset).getUint16(0);
  return { path: text.decode(payload.subarray(2, 2 + length)), bytes: payload.subarray(2 + length) };
}
