import { readFile } from 'node:fs/promises';
import type Docker from 'dockerode';
import { z } from 'zod';
import { dockerCall } from './calls.ts';

/** What is read of Docker's answer; a container that has ended has none of it. */
const Stats = z.object({
  cpu_stats: z.object({ cpu_usage: z.object({ total_usage: z.number().positive() }) }),
});

/** How long Docker may take to answer, ms. Version 20 collects once a second, for everybody who asks. */
const STATS_MS = 3_000;

interface CpuFile {
  path: string;
  /** The CPU time in it, ms; NaN if it has none. */
  read: (content: string) => number;
}

/**
 * Tells the CPU time that a container has used in all, ms; null where that cannot be told. Where the container's control
 * group can be seen from here, that is read (0.1 ms); otherwise Docker is asked, which costs it 4 ms and may take a second.
 */
export function cpuMsOf(container: Docker.Container): () => Promise<number | null> {
  let file: Promise<CpuFile | null> | null = null;
  return async () => {
    file ??= firstReadable(cpuFiles(container.id));
    const found = await file;
    return (found === null ? null : await readCpuFile(found)) ?? (await askDocker(container));
  };
}

/** Where the kernel counts the CPU time of a container, for Docker's drivers of control groups (docs.docker.com/engine/containers/runmetrics). */
function cpuFiles(id: string): CpuFile[] {
  const nanoseconds = (content: string): number => Number(content) / 1e6;
  const microseconds = (content: string): number => Number(/^usage_usec (\d+)$/m.exec(content)?.[1]) / 1e3;
  return [
    { path: `/sys/fs/cgroup/system.slice/docker-${id}.scope/cpu.stat`, read: microseconds },
    { path: `/sys/fs/cgroup/docker/${id}/cpu.stat`, read: microseconds },
    { path: `/sys/fs/cgroup/cpuacct/docker/${id}/cpuacct.usage`, read: nanoseconds },
    { path: `/sys/fs/cgroup/cpuacct/system.slice/docker-${id}.scope/cpuacct.usage`, read: nanoseconds },
  ];
}

async function firstReadable(files: CpuFile[]): Promise<CpuFile | null> {
  for (const file of files) if ((await readCpuFile(file)) !== null) return file;
  return null;
}

async function readCpuFile({ path, read }: CpuFile): Promise<number | null> {
  try {
    const ms = read(await readFile(path, 'utf8'));
    return Number.isFinite(ms) ? ms : null;
  } catch {
    return null;
  }
}

/** What Docker itself says. */
export async function askDocker(container: Docker.Container): Promise<number | null> {
  try {
    const asked = container.stats({ stream: false, 'one-shot': true });
    const stats = Stats.parse(await dockerCall('tell what a container uses', asked, { ms: STATS_MS }));
    return stats.cpu_stats.cpu_usage.total_usage / 1e6;
  } catch {
    return null;
  }
}
