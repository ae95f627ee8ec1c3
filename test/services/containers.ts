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

/** Follows which containers a process makes, from now on: their ids, until it is stopped. */
export async function watchContainers(
  docker: Docker,
  owner: string,
): Promise<{ made: ReadonlySet<string>; stop: () => void }> {
  const made = new Set<string>();
  const filters = JSON.stringify({ event: ['create'], label: [`${LABELS.owner}=${owner}`] });
  const events: NodeJS.ReadableStream & { destroy?: () => void } = await docker.getEvents({ filters });
  events.on('data', (chunk: Buffer) => {
    for (const [, id] of chunk.toString().matchAll(/"id":"([0-9a-f]{64})"/g)) made.add(id ?? '');
  });
  return { made, stop: () => events.destroy?.() };
}

/** Processes of this machine that are in one of these containers, by their ids. */
export function processesOf(containers: ReadonlySet<string>): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => {
    try {
      const groups = readFileSync(`/proc/${pid}/cgroup`, 'utf8');
      return [...groups.matchAll(/[0-9a-f]{64}/g)].some(([id]) => containers.has(id));
    } catch {
      // It has ended meanwhile.
      return false;
    }
  });
}
