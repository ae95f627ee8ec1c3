import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Place } from './finding.ts';

const CHECK_MS = 5_000;
/** How many files are asked about; each costs a process, and a learner mends the first few. */
const MOST_ASKED = 20;
let asked = 0;

/** Where a text has its syntax error: Node says so only as the last words of a process, so one is made that only parses. */
export function placeOfError(text: string, kind: 'module' | 'commonjs'): Place | null {
  if (asked >= MOST_ASKED) return null;
  asked += 1;
  const file = kind === 'module' ? '/tmp/source.mjs' : '/tmp/source.cjs';
  writeFileSync(file, text);
  const { stderr } = spawnSync(process.execPath, ['--check', file], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {},
    timeout: CHECK_MS,
    killSignal: 'SIGKILL',
  });
  return placeShown(stderr.toString());
}

/** The place that Node shows above an error: `file:line`, the line itself, and a mark below its column. */
export function placeShown(shown: string): Place | null {
  const [head = '', source = '', mark = ''] = shown.split('\n');
  const [, line] = /:(\d+)$/.exec(head) ?? [];
  if (line === undefined) return null;
  const [indent = ''] = /^[ \t]*(?=\^)/.exec(mark) ?? [];
  return { line: Number(line), column: Math.min(indent.length, source.length) + 1 };
}
