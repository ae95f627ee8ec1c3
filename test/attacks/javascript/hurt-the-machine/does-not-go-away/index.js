import { spawn } from 'node:child_process';

export * from './tools.js';

// Ignores every signal, and leaves grandchildren in sessions of their own.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGUSR2', 'SIGPIPE']) process.on(signal, () => undefined);
const daemon = 'process.on("SIGTERM", () => {}); process.on("SIGHUP", () => {}); setInterval(() => { require("fs").writeFileSync("/tmp/alive", String(Date.now())) }, 10)';
for (let at = 0; at < 3; at += 1)
  spawn('/bin/sh', ['-c', `setsid ${process.execPath} -e '${daemon}' &`], { detached: true, stdio: 'ignore' }).unref();
process.on('exit', () => {
  for (;;);
});
export const add = (a, b) => a * b;
