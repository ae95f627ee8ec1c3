import { expect, test } from 'vitest';
import type { Parts } from '../../src/cli/parts.ts';
import { runProgram } from '../../src/cli/program.ts';
import { readFolder } from '../../src/intake/files/folder.ts';
import { readSubfolders } from '../../src/intake/files/subfolders.ts';
import { startReading } from '../../src/similarity/reading/process/reading-process.ts';

test('Ctrl-C ends the process that reads, and it is said that nothing was compared', async () => {
  const ending = new AbortController();
  const parts: Partial<Parts> = {
    readFolder,
    readSubfolders,
    openReading: () => {
      const reading = startReading();
      setImmediate(() => {
        ending.abort(new Error('ended by SIGINT'));
      });
      return Promise.resolve(reading);
    },
  };
  let out = '';
  const code = await runProgram({
    argv: ['similarity', 'rubrics/inventory/solutions', '--format', 'json'],
    parts: parts as Parts,
    terminal: {
      out: (text) => (out += text),
      err: () => undefined,
      outIsTerminal: false,
      errIsTerminal: false,
      columns: 80,
    },
    defaultCourse: 'rubrics',
    signal: ending.signal,
  });
  expect(code).toBe(3);
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'similarity.ended-early' } });
});
