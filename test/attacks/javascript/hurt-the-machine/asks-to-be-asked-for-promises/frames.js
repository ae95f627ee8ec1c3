import { writeSync } from 'node:fs';

const CHANNEL = 4;
const REPLY = 6;
const { setUint32 } = DataView.prototype;

function frame(id, answer) {
  const body = Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer));
  const bytes = Buffer.alloc(9 + body.length);
  bytes.writeUInt32BE(5 + body.length, 0);
  bytes.writeUInt8(REPLY, 4);
  bytes.writeUInt32BE(id, 5);
  body.copy(bytes, 9);
  return bytes;
}

/** When its host writes the id of a question that is open, `forged` answers it first; undefined: the host may. */
export function instead(forged) {
  DataView.prototype.setUint32 = function (at, value) {
    const answer = at === 5 && value > 0 ? forged() : undefined;
    if (answer !== undefined) {
      const bytes = frame(value, answer);
      for (let sent = 0; sent < bytes.length; ) sent += writeSync(CHANNEL, bytes, sent);
    }
    return setUint32.call(this, at, value);
  };
}
