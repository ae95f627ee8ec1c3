import type Docker from 'dockerode';
import { z } from 'zod';
import { dockerCall } from './calls.ts';

const Info = z.object({ NCPU: z.number().positive(), MemTotal: z.number().positive() });

/** What the machine has that the containers run on, which may be another one than this. */
export async function dockerRoom(docker: Docker): Promise<{ cpus: number; memoryBytes: number }> {
  const { NCPU, MemTotal } = Info.parse(await dockerCall('tell of its machine', docker.info()));
  return { cpus: NCPU, memoryBytes: MemTotal };
}
