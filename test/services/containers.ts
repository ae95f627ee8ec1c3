import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type Docker from 'dockerode';
import { LABELS } from '../../src/adapters/docker/owner.ts';

/** The containers that a process (`thisOwner()`) has made and not removed. */
export const containersOf = (docker: Docker, owner: string): Promise<Docker.ContainerInfo[]> =>
  docker.listContainers({ all: true, filters: { label: [`${LABELS.owner}=${owner}`] } });

/** Resolves to them when they have been the same ones, and all running, for a while. */
export async function untilRested(docker: Docker, owner: string): Promise<Docker.ContainerInfo[]> {
  let before = '';
  for (let quiet = 0; ; quiet += 1) {
    const containers = await containersOf(docker, owner);
    const now = containers.map(({ Id, State }) => `${Id} ${State}`).sort();
    if (now.join() !== before || containers.some(({ State }) => State !== 'running')) quiet = 0;
    if (quiet === 4) return containers;
    before = now.join();
    await pause(150);
  }
}

/** Processes of this machine with the user ids of the sandbox whose container is not there any more. */
export async function orphans(docker: Docker): Promise<string[]> {
  const ids = (await docker.listContainers({ all: true })).map(({ Id }) => Id);
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => {
    try {
      const uid = /^Uid:\t(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      if (uid !== '10001' && uid !== '10002') return false;
      const groups = readFileSync(`/proc/${pid}/cgroup`, 'utf8');
      return !ids.some((id) => groups.includes(id));
    } catch {
      // It has ended meanwhile.
      return false;
    }
  });
}
