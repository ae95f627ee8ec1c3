import { writeSync } from 'node:fs';

const CHANNEL = 4;
/** Ids of questions begin here; those of callbacks are below. */
const FIRST_ID = 2 ** 20;
const { setUint32 } = DataView.prototype;

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

/** Writes to the channel of its host. */
export function say(bytes) {
  for (let sent = 0; sent < bytes.length; ) sent += writeSync(CHANNEL, bytes, sent);
}

/** When its host writes the id of a question that is open, the frames that `forged` makes for it are said before. */
export function before(forged) {
  DataView.prototype.setUint32 = function (at, value) {
    if (at === 5 && value >= FIRST_ID) for (const bytes of forged(value)) say(bytes);
    return setUint32.call(this, at, value);
  };
}
