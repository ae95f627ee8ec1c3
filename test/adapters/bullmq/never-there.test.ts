import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const module = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);

// Nobody listens on port 1. A connection or a timer that is left would keep this process alive for ever.
const program = `
  const { answerCalls } = await import(${module('../../../src/adapters/bullmq/answer.ts')});
  const { silent } = await import(${module('../../services/silent.ts')});
  const answering = answerCalls({
    url: 'redis://127.0.0.1:1',
    prefix: 'never-there',
    line: 'marking',
    concurrency: 1,
    answer: () => Promise.resolve(),
    log: silent,
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  await answering.drain();
  await answering.cut();
  console.log('cut');
`;

test('a process ends by itself although its Redis was never there', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { timeout: 20_000, killSignal: 'SIGKILL' },
  );
  expect(stdout).toBe('cut\n');
});
