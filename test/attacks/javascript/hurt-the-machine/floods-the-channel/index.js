import { writeSync } from 'node:fs';

export * from './tools.js';

const bytes = (size) => {
  const frame = Buffer.alloc(9 + size, 0x5b);
  frame.writeUInt32BE(5 + size, 0);
  frame.writeUInt8(6, 4);
  frame.writeUInt32BE(1, 5);
  return frame;
};
export const add = () => {
  for (;;) writeSync(4, bytes(1024 * 1024));
};
export const initials = () => {
  for (;;) writeSync(4, bytes(0));
};
export const chunk = () => {
  for (;;) writeSync(4, bytes(3 * 1024 * 1024));
};
