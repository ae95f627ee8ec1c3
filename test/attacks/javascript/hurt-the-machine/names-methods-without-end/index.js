import { instead } from './frames.js';

const methods = Array.from({ length: 190_000 }, (_, at) => `m${at.toString(36)}`);
let handle = 0;
instead(() => {
  handle += 1;
  return { value: { root: ['i', handle, { type: 'X', methods, iterable: false, asyncIterable: false }], nodes: [] } };
});

export const add = (a, b) => a + b;
