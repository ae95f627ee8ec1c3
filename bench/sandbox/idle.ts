import { readdirSync, readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import Docker from 'dockerode';
import { LABELS, thisOwner } from '../../src/adapters/docker/owner.ts';
import { untilRested } from '../../test/services/containers.ts';
import { containerMemory } from '../../test/services/container-memory.ts';
import { openTouchstone } from './touchstone.ts';

const MIB = 1024 * 1024;
const mib = (bytes: number): string => `${(bytes / MIB).toFixed(1)} MiB`;

/** The memory that containers take which wait for a run: their own, and that of the engine's process beside each. */
export async function benchIdle(say: (line: string) => void): Promise<void> {
  const docker = new Docker();
  const ours = await openTouchstone('Touchstone', docker);
  try {
    await ours.run();
    const containers = await untilRested(docker, thisOwner());
    let total = 0;
    for (const { Id, Labels } of containers) {
      const [own, shim] = [await containerMemory(docker, Id), shimMemory(Id)];
      total += own + shim;
      say(`  ${Labels[LABELS.role] ?? 'unknown'}: ${mib(own)}, and the engine's process for it ${mib(shim)}`);
    }
    const share = ((100 * total) / totalmem()).toFixed(2);
    say(
      `an idle pool: ${containers.length} containers, ${mib(total)}, which is ${share} % of the machine's memory`,
    );
  } finally {
    await ours.close();
  }
}

/** Proportional memory of the process that the engine keeps for a container; 0 where it cannot be seen from here. */
function shimMemory(id: string): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (!command.includes('shim') || !command.includes(id)) continue;
      const memory = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
      return Number(memory?.[1] ?? 0) * 1024;
    } catch {
      // It has ended meanwhile, or is not ours to look at.
    }
  }
  return 0;
}
