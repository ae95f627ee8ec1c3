import { execSync } from 'node:child_process';

export * from './tools.js';

// Neither works nor answers.
const forEver = new Int32Array(new SharedArrayBuffer(4));
export const add = () => Atomics.wait(forEver, 0, 0);
export const initials = () => execSync('sleep 1000');
export const later = () => new Promise(() => undefined);
