import { writeSync } from 'node:fs';

/** One frame: length, kind, id, payload. */
export function frame(kind, id, payload) {
  const body = Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload));
  const bytes = Buffer.alloc(9 + body.length);
  bytes.writeUInt32BE(5 + body.length, 0);
  bytes.writeUInt8(kind, 4);
  bytes.writeUInt32BE(id, 5);
  body.copy(bytes, 9);
  return bytes;
}

/** Writes to every descriptor there is. */
export function everywhere(bytes) {
  for (let descriptor = 1; descriptor < 40; descriptor += 1) {
    try {
      writeSync(descriptor, bytes);
    } catch {
      // This one is not open, or takes nothing.
    }
  }
}
