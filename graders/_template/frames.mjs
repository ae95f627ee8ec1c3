// A frame: length of the rest (4 bytes), kind (1), id (4), payload; big-endian.
export const Kind = {
  file: 1,
  start: 2,
  ready: 3,
  request: 4,
  reply: 6,
  failure: 10,
  ping: 12,
  pong: 13,
  progress: 14,
  report: 15,
  idle: 16,
};

const HEADER = 9;

export function encode(kind, id = 0, payload = '') {
  const body = Buffer.from(payload);
  const frame = Buffer.alloc(HEADER + body.length);
  frame.writeUInt32BE(HEADER - 4 + body.length, 0);
  frame.writeUInt8(kind, 4);
  frame.writeUInt32BE(id, 5);
  body.copy(frame, HEADER);
  return frame;
}

/** Calls `onFrame` with each frame of a stream, whatever the chunks it arrives in. */
export function readFrames(stream, onFrame) {
  let held = Buffer.alloc(0);
  stream.on('data', (chunk) => {
    held = Buffer.concat([held, chunk]);
    while (held.length >= 4) {
      const length = 4 + held.readUInt32BE(0);
      if (held.length < length) return;
      const frame = held.subarray(0, length);
      held = held.subarray(length);
      onFrame({ kind: frame.readUInt8(4), id: frame.readUInt32BE(5), payload: frame.subarray(HEADER) });
    }
  });
}

/** The path and bytes in a `file` frame; further frames of the same path bring further pieces. */
export function filePiece(payload) {
  const length = payload.readUInt16BE(0);
  return { path: payload.subarray(2, 2 + length).toString(), bytes: payload.subarray(2 + length) };
}
