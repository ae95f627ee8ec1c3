import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type Docker from 'dockerode';
import { LABELS, thisOwner } from '../../../src/adapters/docker/owner.ts';

/** The users that everything in the containers runs as (docs/graders.md, 'The folder'). */
const USERS = new Set(['10001', '10002']);
/** How long after a marking everything may take to be gone, ms: removing a container is no hurry. */
const SETTLE_MS = 120_000;

interface Left {
  containers: { id: string; role: string; processes: number }[];
  /** Processes of the containers' users that are in no container. */
  processes: string[];
  /** Files of theirs outside of the containers. */
  files: string[];
}

/** Every container of this process that was seen: whatever of one outlives it is left over. */
const known = new Set<string>();

async function look(docker: Docker): Promise<Left> {
  const filters = { label: [`${LABELS.owner}=${thisOwner()}`] };
  const own = await docker.listContainers({ all: true, filters });
  const ids = own.map(({ Id }) => Id);
  for (const id of ids) known.add(id);
  const containers = await Promise.all(
    own.map(async ({ Id, Labels }) => ({
      id: Id.slice(0, 12),
      role: Labels[LABELS.role] ?? '',
      processes: await processesIn(docker, Id),
    })),
  );
  return { containers, processes: strays(ids), files: strayFiles() };
}

async function processesIn(docker: Docker, id: string): Promise<number> {
  try {
    const { Processes } = (await docker.getContainer(id).top()) as { Processes: unknown[] };
    return Processes.length;
  } catch {
    return 0;
  }
}

function strays(running: readonly string[]): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const [, user = ''] = /^Uid:\s+(\d+)/m.exec(status) ?? [];
      // One that has ended and only waits to be counted holds nothing.
      if (!USERS.has(user) || /^State:\s+Z/m.test(status)) return [];
      const [container] = /[0-9a-f]{64}/.exec(readFileSync(`/proc/${pid}/cgroup`, 'utf8')) ?? [];
      // Containers of other processes are theirs to answer for.
      if (container !== undefined && (running.includes(container) || !known.has(container))) return [];
      return [`${pid}: ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
}

function strayFiles(): string[] {
  return ['/tmp', '/var/tmp', '/dev/shm'].flatMap((folder) =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      try {
        return USERS.has(String(lstatSync(path).uid)) ? [path] : [];
      } catch {
        return [];
      }
    }),
  );
}

/** What waits between two markings. */
export interface Idle {
  containers: number;
  /** Processes of a runner that waits: its supervisor, and those that are booted for the next tests. */
  runnerProcesses: number;
}

export const NOTHING: Idle = { containers: 0, runnerProcesses: 0 };

/** Waits until the containers that a sandbox keeps waiting are there, and counts them and what they do. */
export async function idleOf(docker: Docker): Promise<Idle> {
  for (let before = '', same = 0; ;) {
    const { containers } = await look(docker);
    const now = JSON.stringify(containers.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    same = now === before ? same + 1 : 0;
    before = now;
    if (same === 4) {
      const runners = containers.filter(({ role }) => role === 'runner');
      return {
        containers: containers.length,
        runnerProcesses: Math.max(0, ...runners.map(({ processes }) => processes)),
      };
    }
    await pause(250);
  }
}

/**
 * Waits until nothing is left of a marking. Resolves to what does not go away: containers beyond those that wait, more
 * processes in one than it has while it waits, processes and files of the containers' users elsewhere.
 */
export async function leftOver(docker: Docker, idle: Idle, settleMs = SETTLE_MS): Promise<string[]> {
  const until = Date.now() + settleMs;
  for (;;) {
    const found = faultsOf(await look(docker), idle);
    if (found.length === 0 || Date.now() > until) return found;
    await pause(100);
  }
}

function faultsOf({ containers, processes, files }: Left, idle: Idle): string[] {
  const busy = containers.filter(
    ({ role, processes: count }) => count > (role === 'runner' ? idle.runnerProcesses : 1),
  );
  return [
    ...(containers.length > idle.containers
      ? [
          `${containers.length} containers are left (${containers.map(({ role }) => role).join(', ')}), ` +
            `${idle.containers} wait between markings`,
        ]
      : []),
    ...busy.map(
      ({ id, role, processes: count }) => `${count} processes are left in the ${role}'s container ${id}`,
    ),
    ...processes.map((process) => `a process is left outside of the containers: ${process}`),
    ...files.map((file) => `a file is left: ${file}`),
  ];
}
