import Docker from 'dockerode';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { ensureImages } from '../../../src/adapters/docker/images.ts';
import { LABELS, ownerIsGone, thisOwner } from '../../../src/adapters/docker/owner.ts';
import { removeContainer, sweepContainers } from '../../../src/adapters/docker/sweep.ts';
import { systemClock } from '../../../src/domain/clock.ts';

const docker = new Docker();
const made: string[] = [];

async function container(owner: string, deadline: number): Promise<string> {
  const gradersDir = new URL('../../../graders', import.meta.url).pathname;
  const { learner } = await ensureImages({
    docker,
    gradersDir,
    grader: 'node',
    projects: [],
    log: () => undefined,
  });
  const Labels = { [LABELS.owner]: owner, [LABELS.deadline]: String(deadline) };
  const { id } = await docker.createContainer({ Image: learner, Labels });
  made.push(id);
  return id;
}

const exists = async (id: string): Promise<boolean> => {
  const found = await docker.listContainers({ all: true, filters: { id: [id] } });
  return found.length > 0;
};

afterEach(async () => {
  for (const id of made.splice(0)) await removeContainer(docker, id);
});

async function deadProcess(): Promise<string> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return thisOwner().replace(/\d+\/\d+$/, `${child.pid}/12345`);
}

const inAnotherNamespace = async () => (await deadProcess()).replace(/pid:\[\d+\]/, 'pid:[1]');

test('removes what a process that is gone has left, and what is past its deadline; leaves the rest', async () => {
  const later = Date.now() + 60_000;
  const ofTheDead = await container(await deadProcess(), later);
  const tooOld = await container(thisOwner(), Date.now() - 1);
  const withoutDeadline = await container(thisOwner(), Number.NaN);
  const ours = await container(thisOwner(), later);
  const ofAnotherMachine = await container('another-machine/pid:[1]/1/1', later);
  // A process of this number is not here, but it may be in the container that the label was made in.
  const ofAnotherNamespace = await container(await inAnotherNamespace(), later);
  expect(await sweepContainers(docker, systemClock)).toBeGreaterThanOrEqual(3);
  const left = [];
  for (const id of [ofTheDead, tooOld, withoutDeadline, ours, ofAnotherMachine, ofAnotherNamespace])
    left.push(await exists(id));
  expect(left).toEqual([false, false, false, true, true, true]);
});

test('a container that somebody else has removed is no error', async () => {
  const id = await container(thisOwner(), 0);
  expect(await removeContainer(docker, id)).toBe(true);
  expect(await removeContainer(docker, id)).toBe(false);
});

test('a process of the same number that was started at another time is another process', () => {
  expect(ownerIsGone(thisOwner())).toBe(false);
  expect(ownerIsGone(thisOwner().replace(/\d+$/, '1'))).toBe(true);
});
