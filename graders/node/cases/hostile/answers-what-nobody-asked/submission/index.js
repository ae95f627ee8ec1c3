import { writeSync } from 'node:fs';

function reply(id, value) {
  const body = Buffer.from(JSON.stringify({ value: { root: value, nodes: [] } }));
  const frame = Buffer.alloc(9 + body.length);
  frame.writeUInt32BE(5 + body.length, 0);
  frame.writeUInt8(6, 4);
  frame.writeUInt32BE(id, 5);
  body.copy(frame, 9);
  writeSync(4, frame);
}

for (let id = 1; id < 2000; id += 1) {
  reply(id, true);
  reply(1_048_576 + id, true);
}
export const add = () => 0;
export const addLater = async () => 0;
export const greet = () => '';
