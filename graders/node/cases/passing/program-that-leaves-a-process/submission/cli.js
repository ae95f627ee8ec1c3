import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

// It lives on, in a group of its own, and holds the output open.
spawn('sleep', ['30'], { detached: true, stdio: ['ignore', 'inherit', 'inherit'] }).unref();

const [option, from, to] = process.argv.slice(2);
if (option === '--copy') {
  try {
    const text = readFileSync(from, 'utf8');
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, text);
  } catch {
    console.error(`There is no file ${from}.`);
    process.exitCode = 2;
  }
} else {
  console.log(`${process.argv.slice(2).join(',')}:${readFileSync(0, 'utf8').trimEnd()}`);
}
