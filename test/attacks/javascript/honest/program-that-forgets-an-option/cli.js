import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

function call() {
  try {
    return parseArgs({ options: { top: { type: 'string' }, out: { type: 'string' }, outs: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

const { values, positionals } = call();
const texts = positionals.length === 0 ? [readFileSync(0, 'utf8')] : positionals.map(read);
const counts = new Map();
for (const word of texts.join(' ').toLowerCase().split(/\s+/).filter(Boolean))
  counts.set(word, (counts.get(word) ?? 0) + 1);
const lines = [...counts]
  .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  .slice(0, Number(values.top ?? Infinity))
  .map(([word, count]) => `${count} ${word}\n`)
  .join('');
if (values.out === undefined) process.stdout.write(lines);
else writeFileSync(`${values.out}.txt`, lines);
