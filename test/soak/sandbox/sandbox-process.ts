// A sandbox in a process of its own, as a worker has it: does runs when it is told to, and says what it takes up.
// Started with --expose-gc and a channel to its parent (`fork`).
import { readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import Docker from 'dockerode';
import { createDockerSandbox } from '../../../src/adapters/docker/docker-sandbox.ts';
import { dockerRoom } from '../../../src/adapters/docker/room.ts';
import { capacityOf } from '../../../src/sandbox/pool/capacity.ts';
import { thisOwner } from '../../../src/adapters/docker/owner.ts';
import { outcomeOf, requestOf } from './submissions.ts';

/** What the process takes up: bytes, and open descriptors by what they are. */
export interface Footprint {
  rss: number;
  heap: number;
  descriptors: Record<string, number>;
}

export type ToSandbox = { do: 'runs'; from: number; to: number } | { do: 'measure' } | { do: 'close' };

export type FromSandbox =
  | { said: 'opened'; owner: string; sockets: number }
  | { said: 'ran'; wrong: string[] }
  | { said: 'footprint'; footprint: Footprint }
  | { said: 'closed' };

const gradersDir = new URL('../../../graders', import.meta.url).pathname;
const docker = new Docker();
const capacity = capacityOf(await dockerRoom(docker));
const open = () => createDockerSandbox({ gradersDir, docker, capacity });
// What building images leaves open in this process (a bundler) is not of the runs.
const first = open();
await outcomeOf(first, requestOf(1));
await first.close();
const sandbox = open();
const tell = (message: FromSandbox): void => {
  process.send?.(message);
};

async function footprint(): Promise<Footprint> {
  await pause(50);
  globalThis.gc?.();
  await pause(50);
  globalThis.gc?.();
  const { rss, heapUsed: heap } = process.memoryUsage();
  const descriptors: Record<string, number> = {};
  for (const name of readdirSync('/proc/self/fd')) {
    try {
      const target = readlinkSync(`/proc/self/fd/${name}`).replace(/:?\[.*$/, '');
      descriptors[target] = (descriptors[target] ?? 0) + 1;
    } catch {
      // The one that the folder itself was read with.
    }
  }
  return { rss, heap, descriptors };
}

async function act(message: ToSandbox): Promise<void> {
  switch (message.do) {
    case 'runs': {
      const wrong: string[] = [];
      for (let run = message.from; run <= message.to; run += 1) {
        const found = await outcomeOf(sandbox, requestOf(run));
        if (found !== null) wrong.push(`run ${run}: ${found}`);
      }
      tell({ said: 'ran', wrong });
      return;
    }
    case 'measure':
      tell({ said: 'footprint', footprint: await footprint() });
      return;
    case 'close':
      await sandbox.close();
      tell({ said: 'closed' });
  }
}

process.on('message', (message: ToSandbox) => {
  void act(message);
});
await pause(8_000);
tell({ said: 'opened', owner: thisOwner(), sockets: (await footprint()).descriptors['socket'] ?? 0 });
