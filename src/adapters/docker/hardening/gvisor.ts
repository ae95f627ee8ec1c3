import type { Hardening } from './hardening.ts';

/** What gVisor's own kernel takes of a container's memory (measured: 20 to 50 MB with Node). */
const KERNEL_BYTES = 64 * 1024 * 1024;

/** Its own threads (measured: 40 with one process of Node), and threads of the machine for each process (about 10). */
const KERNEL_THREADS = 128;
const THREADS_PER_PROCESS = 12;

const isGvisor = (runtime: string): boolean => /^(runsc|gvisor)/.test(runtime);

/**
 * In gVisor a kernel of the container's own runs as a process of it, so that the container's limits have to hold both.
 * Without that room it ends with the first few programs that are started. What runs on it sees the wider limit.
 */
export function withRoomForKernel(hardening: Hardening): Hardening {
  if (hardening.runtime === null || !isGvisor(hardening.runtime)) return hardening;
  return {
    ...hardening,
    memoryBytes: hardening.memoryBytes + KERNEL_BYTES,
    processes: hardening.processes * THREADS_PER_PROCESS + KERNEL_THREADS,
  };
}
