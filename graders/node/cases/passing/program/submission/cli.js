import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

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
  process.stdout.write(`${process.argv.slice(2).join(',')}:${readFileSync(0, 'utf8')}`);
}
