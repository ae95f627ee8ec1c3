import { createReadStream, createWriteStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const files = [];
let top = Infinity;
let out = process.stdout;
for (let args = process.argv.slice(2); args.length > 0; ) {
  const arg = args.shift();
  if (arg === '--top') top = Number(args.shift());
  else if (arg === '--out') out = createWriteStream(args.shift());
  else if (arg.startsWith('--')) {
    process.stderr.write(`unknown option ${arg}\n`);
    process.exit(2);
  } else files.push(arg);
}
for (const file of files) {
  try {
    await access(file);
  } catch {
    process.stderr.write(`no file ${file}\n`);
    process.exit(1);
  }
}
const counts = Object.create(null);
for (const input of files.length === 0 ? [process.stdin] : files.map((file) => createReadStream(file))) {
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    for (const [word] of line.toLowerCase().matchAll(/\S+/g)) counts[word] = (counts[word] ?? 0) + 1;
  }
}
const compare = (a, b) => counts[b] - counts[a] || (a < b ? -1 : 1);
const lines = new Transform({
  objectMode: true,
  transform: (word, _encoding, done) => done(null, `${counts[word]} ${word}\n`),
});
await pipeline(Readable.from(Object.keys(counts).sort(compare).slice(0, top)), lines, out);
