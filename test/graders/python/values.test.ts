import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import Docker from 'dockerode';
import { expect, test } from 'vitest';
import { ensureImages } from '../../../src/adapters/docker/images.ts';
import { gradersDir } from '../case.ts';

const script = readFileSync(new URL('values.py', import.meta.url));

test('whatever arrives in the runner is refused or becomes plain data', { timeout: 240_000 }, async () => {
  const docker = new Docker();
  const { runner } = await ensureImages({
    docker,
    gradersDir,
    grader: 'python',
    projects: [],
    log: () => undefined,
  });
  const command = ['run', '--rm', '-i', '--network', 'none', '--entrypoint', 'python3', runner, '-I', '-'];
  const taken = await new Promise<string>((resolve, reject) => {
    const child = execFile('docker', command, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(stderr));
    });
    child.stdin?.end(script);
  });
  // Some of it must have been values, or the test would not show anything.
  expect(Number(taken)).toBeGreaterThan(1000);
});
