import type Docker from 'dockerode';
import { z } from 'zod';
import { dockerCall } from './calls.ts';

const Info = z.object({
  MemoryLimit: z.boolean(),
  SwapLimit: z.boolean(),
  CpuCfsQuota: z.boolean(),
  PidsLimit: z.boolean(),
  SecurityOptions: z.array(z.string()),
  Runtimes: z.record(z.string(), z.unknown()),
});

/**
 * What the engine can hold a container in with: what it lacks, in words, and the names of its runtimes. Of a limit
 * that the machine does not have Docker only warns, and then starts containers without it.
 */
export async function askContainment(docker: Docker): Promise<{ lacking: string[]; runtimes: string[] }> {
  const info = Info.parse(await dockerCall('tell of its machine', docker.info()));
  const has: Record<string, boolean> = {
    'a limit on memory': info.MemoryLimit,
    'a limit on swap': info.SwapLimit,
    'a limit on processor time': info.CpuCfsQuota,
    'a limit on processes': info.PidsLimit,
    'filters for system calls (seccomp)': info.SecurityOptions.some((option) =>
      option.startsWith('name=seccomp'),
    ),
  };
  const lacking = Object.keys(has).filter((name) => has[name] !== true);
  return { lacking, runtimes: Object.keys(info.Runtimes) };
}
