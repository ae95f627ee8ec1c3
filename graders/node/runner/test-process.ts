import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Settings } from './settings.ts';

/** Characters of a test process's output that are kept: only looked at when it found nothing. */
const MAX_OUTPUT = 4000;

/** Starts a driver with its test files, and resolves with what it printed when it has ended. */
export function runTests(
  driver: 'node-test-driver' | 'vitest-driver',
  files: string[],
  settings: Settings,
): Promise<string> {
  return new Promise((resolve) => {
    const script = fileURLToPath(new URL(`./${driver}.mjs`, import.meta.url));
    const child = spawn(process.execPath, [script, ...files], {
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: '/tmp',
        TZ: 'UTC',
        TOUCHSTONE_SETTINGS: JSON.stringify(settings),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        if (output.length < MAX_OUTPUT) output += chunk.toString();
      });
    }
    child.on('close', () => {
      resolve(output.slice(0, MAX_OUTPUT));
    });
  });
}
