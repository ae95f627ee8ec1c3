import { execSync } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';

// Pipes and sockets that nobody answers, and names that are hard to say.
for (const name of ['in.fifo', 'canary-out.txt.fifo', 'out.txt']) execSync(`mkfifo ${name}`);
createServer().listen('socket').unref();
for (const name of ['__proto__', 'constructor', 'toString', 'con', 'aux.txt', '-rf', ' ', '\n', '\u202e', '*', '%s', '$(id)', '\\', '.git', 'a'.repeat(255), Buffer.from([0xff, 0xfe])]) writeFileSync(name, 'owned');
mkdirSync('__proto__2/constructor', { recursive: true });
