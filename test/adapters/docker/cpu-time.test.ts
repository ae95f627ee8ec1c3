import Docker from 'dockerode';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askDocker, cpuMsOf } from '../../../src/adapters/docker/cpu-time.ts';
import { ensureImages } from '../../../src/adapters/docker/images.ts';
import { LABELS, thisOwner } from '../../../src/adapters/docker/owner.ts';

const docker = new Docker();
const gradersDir = new URL('../../../graders', import.meta.url).pathname;
const started: Docker.Container[] = [];

let image: string;
beforeAll(async () => {
  const images = await ensureImages({
    docker,
    gradersDir,
    grader: '_template',
    projects: [],
    log: () => undefined,
  });
  image = images.learner;
}, 120_000);
afterAll(async () => {
  await Promise.all(started.map((container) => container.remove({ force: true })));
});

async function start(script: string): Promise<Docker.Container> {
  const container = await docker.createContainer({
    Image: image,
    Entrypoint: ['/bin/sh', '-c', script],
    HostConfig: { NetworkMode: 'none', NanoCpus: 1e9 },
    Labels: { [LABELS.owner]: thisOwner(), [LABELS.deadline]: String(Date.now() + 60_000) },
  });
  started.push(container);
  await container.start();
  return container;
}

test.each([
  ['read where it can be seen', (container: Docker.Container) => cpuMsOf(container)],
  ['asked of Docker', (container: Docker.Container) => () => askDocker(container)],
])(
  'the CPU time of a container that computes grows, that of one that waits hardly: %s',
  async (_how, meter) => {
    const computing = meter(await start('while :; do :; done'));
    const waiting = meter(await start('sleep 60'));
    const before = [await computing(), await waiting()];
    const startedAt = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const after = [await computing(), await waiting()];
    const passed = performance.now() - startedAt;
    const [computed = 0, waited = 0] = after.map((ms, at) => (ms ?? NaN) - (before[at] ?? NaN));
    expect(computed).toBeGreaterThan(50);
    // One processor's worth, and what is counted in the time that the questions take.
    expect(computed).toBeLessThan(passed * 1.1 + 1_100);
    expect(waited).toBeLessThan(50);
  },
);

test('of a container that has ended nothing can be told', async () => {
  const container = await start('exit 0');
  await container.wait();
  await container.remove();
  started.splice(started.indexOf(container), 1);
  expect(await cpuMsOf(container)()).toBeNull();
});
