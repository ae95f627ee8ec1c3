import type Docker from 'dockerode';
import { z } from 'zod';

const Stats = z.object({
  memory_stats: z.object({ usage: z.number(), stats: z.record(z.string(), z.number()) }),
});

/**
 * Bytes that a container's processes and its folders in memory take up, as the kernel counts them. Pages of files on
 * disk are left out: they are the machine's cache, and go when somebody needs the room.
 */
export async function containerMemory(docker: Docker, id: string): Promise<number> {
  const { memory_stats: memory } = Stats.parse(
    await docker.getContainer(id).stats({ stream: false, 'one-shot': true }),
  );
  const { usage, stats } = memory;
  // The first version of control groups counts children under `total_…`, the second one has no such names.
  const files = (which: string): number => stats[`total_${which}_file`] ?? stats[`${which}_file`] ?? 0;
  return usage - files('active') - files('inactive');
}
