import { describe, expect, it } from 'vitest';
import type { Parts } from '../../src/cli/parts.ts';
import { runProgram } from '../../src/cli/program.ts';
import { loadCourse } from '../../src/course/read-course.ts';
import { readFolder } from '../../src/intake/files/folder.ts';

/** Runs `mark` as if Ctrl-C had been pressed while the tests ran. */
async function interrupted(...more: string[]) {
  const ending = new AbortController();
  let closed = false;
  const parts: Partial<Parts> = {
    readCourse: (dir) => loadCourse(dir),
    readFolder,
    openMarking: () =>
      Promise.resolve({
        mark: ({ onProgress, signal }) => {
          onProgress({ stage: 'functionality', done: 3, total: null });
          ending.abort(new Error('ended by SIGINT'));
          return Promise.reject(signal.reason as Error);
        },
        close: () => {
          closed = true;
          return Promise.resolve();
        },
      }),
  };
  let out = '';
  let err = '';
  const code = await runProgram({
    argv: ['mark', 'rubrics/shopping-basket/starter', '--project', 'shopping-basket', ...more],
    parts: parts as Parts,
    terminal: {
      out: (text) => (out += text),
      err: (text) => (err += text),
      outIsTerminal: true,
      errIsTerminal: true,
      columns: 80,
    },
    defaultCourse: 'rubrics',
    signal: ending.signal,
  });
  return { code, out, err, closed };
}

describe('touchstone mark, ended by Ctrl-C', () => {
  it('says that nothing was decided, after the progress line is gone', async () => {
    const { code, out, err, closed } = await interrupted();
    expect({ code, out, closed }).toEqual({ code: 3, out: '', closed: true });
    expect(err).toContain('\r\u001b[Kfunctionality: 3 tests\r\u001b[KThe marking of');
    expect(err).toContain('nothing was decided');
  });

  it('still prints one JSON document', async () => {
    const { code, out } = await interrupted('--format', 'json');
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ decision: null, error: { code: 'marking.ended-early' } });
  });
});
