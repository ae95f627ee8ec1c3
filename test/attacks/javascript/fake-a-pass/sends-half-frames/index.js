import { writeSync } from 'node:fs';

const half = (...bytes) => {
  try {
    writeSync(4, Buffer.from(bytes));
  } catch {
    // Then nobody listens.
  }
};
export const add = () => {
  // The length of four gigabytes, a length of nothing, half a head.
  half(255, 255, 255, 255, 6, 0, 0, 0, 1);
  half(0, 0, 0, 0);
  half(0, 0, 1);
};
export const initials = add;
export const later = async () => {
  half(0, 31, 255, 255, 6, 0);
  return new Promise(() => undefined);
};
