import { appendFileSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

type Counted = [word: string, count: number];

function count(text: string): Counted[] {
  const counts: Record<string, number> = Object.create(null);
  for (const [word] of text.toLowerCase().matchAll(/\S+/g)) counts[word] = (counts[word] ?? 0) + 1;
  return Object.entries(counts);
}

const fail = (code: number, message: string): never => {
  writeSync(2, `${message}\n`);
  process.exit(code);
};

function options() {
  try {
    return parseArgs({ allowPositionals: true, options: { top: { type: 'string' }, out: { type: 'string' } } });
  } catch (error) {
    return fail(2, (error as Error).message);
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return fail(1, `${file} cannot be read`);
  }
}

if (!isMainThread) parentPort!.postMessage(count(workerData as string));
else {
  const { values, positionals } = options();
  const texts = positionals.length > 0 ? positionals.map(read) : [read('/dev/stdin')];
  new Worker(new URL(import.meta.url), { workerData: texts.join('\n'), argv: [] }).once('message', (counted: Counted[]) => {
    const lines = counted
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : +(a > b)))
      .slice(0, values.top === undefined ? undefined : Number(values.top))
      .map(([word, times]) => `${times} ${word}\n`);
    if (values.out !== undefined) writeFileSync(values.out, lines.join(''));
    else appendFileSync(openSync('/dev/stdout', 'a'), lines.join(''));
  });
}
