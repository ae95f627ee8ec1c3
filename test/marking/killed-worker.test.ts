import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pullRequestIn } from '../intake/pulls.ts';
import { until } from '../services/until.ts';
import { openSchool } from './school.ts';
import type { School } from './school.ts';

const script = fileURLToPath(new URL('./worker-process.ts', import.meta.url));
const pulls = [1, 2, 3, 4, 5, 6];

let school: School;
let folder: string;
let children: ChildProcess[];

beforeEach(async () => {
  school = await openSchool();
  folder = mkdtempSync(join(tmpdir(), 'touchstone-killed-'));
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await school.close();
  rmSync(folder, { recursive: true });
});

const diary = () => join(folder, 'diary');
const lines = (kind: string) =>
  existsSync(diary())
    ? readFileSync(diary(), 'utf8')
        .split('\n')
        .filter((line) => line.startsWith(kind))
    : [];

async function startProcess(markingMs: number): Promise<ChildProcess> {
  const before = lines('started').length;
  const args = [school.databaseUrl, school.redis.url, diary(), String(markingMs), pulls.join(',')];
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio: 'inherit' });
  children.push(child);
  await until('a worker process has started', () => lines('started').length > before);
  return child;
}

async function killHard(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

async function oneResultEach(): Promise<void> {
  await until('every run has ended', async () => {
    const { finishedLastDay, queued, running, publishing } = await school.database.health.health();
    return finishedLastDay === pulls.length && queued + running + publishing === 0;
  });
  const results = lines('result').map((line) => line.split(' ').slice(1, 3).join(' '));
  expect(results.toSorted()).toEqual(pulls.map((id) => `${id} a`));
}

const pushAll = () => Promise.all(pulls.map((id) => school.push(pullRequestIn(id), 'opened')));

test('a worker killed with -9 in the middle of its runs: another one takes them over, one result each', async () => {
  const first = await startProcess(60_000);
  await pushAll();
  await until('it marks two at once', () => lines('marking').length === 2);
  await killHard(first);
  expect(lines('result')).toEqual([]);
  await startProcess(50);
  await oneResultEach();
});

test('workers killed one after the other, and Redis with them: one result each', async () => {
  let current = await startProcess(60_000);
  await pushAll();
  await until('two are being marked', () => lines('marking').length === 2);
  await school.redis.kill();
  await killHard(current);
  await school.redis.start();
  current = await startProcess(60_000);
  await until('two more are being marked', () => lines('marking').length === 4);
  await killHard(current);
  await startProcess(50);
  await oneResultEach();
});
