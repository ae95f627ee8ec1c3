import { readFileSync } from 'node:fs';

const [way] = process.argv.slice(2);
if (way === 'stream') for await (const chunk of process.stdin) process.stdout.write(chunk);
else process.stdout.write(readFileSync(way === '0' ? 0 : way));
