import type { Role } from '../../../sandbox/launcher.ts';

/** A folder in memory that can be written to; nothing in it can be executed. */
export interface Folder {
  path: string;
  bytes: number;
  files: number;
}

/**
 * What keeps a container in: what differs between containers is here, and what is the same for all of them is in
 * `dockerOptions`, which turns this value into Docker's words. A test probes each part of it from inside.
 */
export interface Hardening {
  /** User and group id of everything in it. Each role has its own. */
  uid: number;
  /** Memory of all its processes and folders together; there is no swap. */
  memoryBytes: number;
  /** Processes and threads, all together. */
  processes: number;
  cpus: number;
  /** Most files that one process has open. */
  openFiles: number;
  /** The longest file. */
  fileBytes: number;
  folders: readonly Folder[];
  /** The OCI runtime, by the name that the engine knows it by; null: the engine's own, which is runc as a rule. */
  runtime: string | null;
}

const MIB = 1024 * 1024;

/**
 * What a container of a role may use. The runner's part is fixed; the others' follows the project's limits.
 * `runtime` is for what foreign code runs in: the runner, which is trusted, stays with the engine's own.
 */
export function hardeningFor(
  role: Role | 'analyst',
  limits: { memoryMiB: number; processes: number },
  { runtime = null }: { runtime?: string | null } = {},
): Hardening {
  switch (role) {
    case 'runner':
      return {
        uid: 10_002,
        memoryBytes: 768 * MIB,
        processes: 128,
        cpus: 1,
        openFiles: 1024,
        fileBytes: 64 * MIB,
        folders: [
          { path: '/exam', bytes: 32 * MIB, files: 4096 },
          { path: '/tmp', bytes: 64 * MIB, files: 4096 },
        ],
        runtime: null,
      };
    case 'learner':
      return { uid: 10_001, openFiles: 512, ...ofForeignCode(limits, runtime) };
    case 'analyst':
      // Reads the submission with trusted tools: a parser is no less open to attack than an interpreter.
      return { uid: 10_003, openFiles: 512, ...ofForeignCode(limits, runtime) };
  }
}

function ofForeignCode(
  limits: { memoryMiB: number; processes: number },
  runtime: string | null,
): Omit<Hardening, 'uid' | 'openFiles'> {
  return {
    memoryBytes: limits.memoryMiB * MIB,
    processes: limits.processes,
    cpus: 1,
    fileBytes: 32 * MIB,
    folders: [
      { path: '/submission', bytes: 64 * MIB, files: 8192 },
      { path: '/tmp', bytes: 32 * MIB, files: 2048 },
    ],
    runtime,
  };
}
