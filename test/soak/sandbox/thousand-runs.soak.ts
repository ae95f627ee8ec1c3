import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Docker from 'dockerode';
import { afterAll, expect, it } from 'vitest';
import { median } from '../../../src/domain/median.ts';
import { LABELS } from '../../../src/adapters/docker/owner.ts';
import { containersOf, processesOf, untilRested, watchContainers } from '../../services/containers.ts';
import { containerMemory } from '../../services/container-memory.ts';
import type { Footprint, FromSandbox, ToSandbox } from './sandbox-process.ts';

const RUNS = 1_000;
const FIRST = 200;
/** Memory is measured after each so many runs. */
const STEP = 25;

const docker = new Docker();
const sockets = ({ descriptors }: Footprint): number => descriptors['socket'] ?? 0;

let child: ChildProcess | null = null;
const temporary = await mkdtemp(join(tmpdir(), 'touchstone-soak-'));
afterAll(async () => {
  child?.kill('SIGKILL');
  await rm(temporary, { recursive: true, force: true });
});

/** Tells the process something, and waits for its answer. */
function ask(process: ChildProcess, message: ToSandbox | null): Promise<FromSandbox> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => {
      reject(new Error(`the sandbox's process ended with ${code ?? 'a signal'}`));
    };
    process.once('exit', onExit);
    process.once('message', (answer) => {
      process.off('exit', onExit);
      resolve(answer as FromSandbox);
    });
    if (message !== null) process.send(message);
  });
}

/**
 * By how much values grow from the first to the last, as a share of their median: by the median of the slopes between all pairs
 * (Theil and Sen), since the memory of a process with a garbage collector jumps, and jumps say nothing of a leak.
 */
function growth(values: readonly number[]): number {
  const slopes = values.flatMap((value, at) =>
    values.slice(at + 1).map((later, further) => (later - value) / (further + 1)),
  );
  return ((median(slopes) ?? NaN) * (values.length - 1)) / (median(values) ?? NaN);
}

/** A container may be replaced between being listed and being measured. */
function unlessItIsGone(error: unknown): null {
  if (error instanceof Error && 'statusCode' in error && error.statusCode === 404) return null;
  throw error;
}

interface Look {
  footprint: Footprint;
  /** Bytes of each runner. */
  runners: number[];
}

it(`does ${RUNS} runs in a row, grows by less than 5 % after run ${FIRST}, and leaves nothing`, async () => {
  const program = new URL('sandbox-process.ts', import.meta.url).pathname;
  const sandbox = fork(program, {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    env: { ...process.env, TMPDIR: temporary },
  });
  child = sandbox;
  const opened = await ask(sandbox, null);
  if (opened.said !== 'opened') throw new Error('it did not open');
  const { owner } = opened;
  const watch = await watchContainers(docker, owner);

  let done = 0;
  const wrong: string[] = [];
  const runUntil = async (to: number): Promise<void> => {
    if (to <= done) return;
    const answer = await ask(sandbox, { do: 'runs', from: done + 1, to });
    if (answer.said === 'ran') wrong.push(...answer.wrong);
    done = to;
  };
  const look = async (): Promise<Look> => {
    const containers = await untilRested(docker, owner);
    const runners: number[] = [];
    for (const { Id, Labels } of containers) {
      if (Labels[LABELS.role] !== 'runner') continue;
      const bytes = await containerMemory(docker, Id).catch(unlessItIsGone);
      if (bytes !== null) runners.push(bytes);
    }
    const answer = await ask(sandbox, { do: 'measure' });
    if (answer.said !== 'footprint') throw new Error('it did not measure');
    return { footprint: answer.footprint, runners };
  };
  const startedAt = performance.now();
  const looks: Look[] = [];
  for (let to = FIRST; to <= RUNS; to += STEP) {
    await runUntil(to);
    looks.push(await look());
  }
  const seconds = (performance.now() - startedAt) / 1000;

  // A runner that has served its time was replaced by a fresh one: the mean of those there are is compared.
  const runner = ({ runners }: Look): number => runners.reduce((sum, each) => sum + each, 0) / runners.length;
  const grown = {
    rss: growth(looks.map(({ footprint }) => footprint.rss)),
    heap: growth(looks.map(({ footprint }) => footprint.heap)),
    runner: growth(looks.filter(({ runners }) => runners.length > 0).map(runner)),
  };
  const sum = ({ footprint }: Look) =>
    Object.values(footprint.descriptors).reduce((all, each) => all + each, 0);
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const mib = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

  await ask(sandbox, { do: 'close' });
  const measure = async (): Promise<number> => {
    const answer = await ask(sandbox, { do: 'measure' });
    return answer.said === 'footprint' ? sockets(answer.footprint) : NaN;
  };
  // Idle connections to Docker are kept for some seconds.
  let open = await measure();
  for (let waited = 0; waited < 15 && open > opened.sockets; waited += 1) {
    await pause(1_000);
    open = await measure();
  }
  const left = {
    containers: (await containersOf(docker, owner)).length,
    processes: processesOf(watch.made).length,
    // tsx keeps its compiled files there; they are of the test, not of the sandbox.
    files: (await readdir(temporary)).filter((name) => !/^tsx-|^node-compile-cache/.test(name)),
    sockets: Math.max(0, open - opened.sockets),
  };
  watch.stop();
  const [firstLook, lastLook] = [looks[0]!, looks.at(-1)!];
  console.log(
    [
      `${done} runs in ${seconds.toFixed(0)} s with ${watch.made.size} containers, ${wrong.length} runs wrong`,
      `worker: ${mib(lastLook.footprint.rss)}, ${percent(grown.rss)} since run ${FIRST} (its heap ${percent(grown.heap)})`,
      `runner: ${mib(runner(lastLook))}, ${percent(grown.runner)}`,
      `open descriptors: ${sum(firstLook)} then, ${sum(lastLook)} at the end`,
      `left: ${left.containers} containers, ${left.processes} processes, ${left.files.length} files, ${left.sockets} sockets`,
    ].join('; '),
  );
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(left).toEqual({ containers: 0, processes: 0, files: [], sockets: 0 });
  expect(sum(lastLook)).toBeLessThanOrEqual(sum(firstLook) + 2);
  expect(grown.rss).toBeLessThan(0.05);
  expect(grown.heap).toBeLessThan(0.05);
  expect(grown.runner).toBeLessThan(0.05);
});
