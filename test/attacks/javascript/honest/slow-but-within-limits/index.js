export * from './tools.js';
import { setTimeout as sleep } from 'node:timers/promises';

// A third of what a call may take, with the thread at work, and with it asleep.
export function add(a, b) {
  const until = Date.now() + 300;
  while (Date.now() < until);
  return a + b;
}
export async function later(number) {
  await sleep(300);
  return number * 2;
}
