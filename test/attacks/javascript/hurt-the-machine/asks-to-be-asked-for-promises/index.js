import { instead } from './frames.js';

let next = 0;
let asked = false;
const promises = (count) => Array.from({ length: count }, () => ['p', (next += 1)]);
const list = (count) => JSON.stringify({ value: { root: ['r', 0], nodes: [['a', promises(count), 0]] } });
let turn = 0;
instead(() => {
  if (!asked) return undefined;
  turn += 1;
  // More than a list may have, as many as it may, and a promise for each promise.
  return [list(190_000), list(1000), list(1)][turn % 3];
});

// Those that never come are from the host, too.
export const add = () => {
  asked = true;
  return Array.from({ length: 900 }, () => new Promise(() => undefined));
};
export const [initials, chunk, turnRound, parseAge, each, later, mapLater, Till, makeCounter, countTo] = Array(10).fill(add);
