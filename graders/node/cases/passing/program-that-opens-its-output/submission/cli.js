import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [option, from, to] = process.argv.slice(2);
if (option === '--copy') {
  try {
    readFileSync(from);
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  } catch {
    writeFileSync('/dev/stderr', `There is no file ${from}.\n`);
    process.exitCode = 2;
  }
} else {
  writeFileSync('/dev/stdout', `${process.argv.slice(2).join(',')}:`);
  writeFileSync('/dev/stdout', readFileSync('/dev/stdin', 'utf8'));
}
