import { closeSync } from 'node:fs';

export function add() {
  for (const descriptor of [0, 1, 2, 3, 4]) closeSync(descriptor);
}
export const addLater = async (a, b) => a + b;
export const greet = (name) => `Hello, ${name}!`;
