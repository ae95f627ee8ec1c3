import type { Limits } from '../../../domain/course/limits.ts';
import type { Role } from '../../../sandbox/launcher.ts';
import { withRoomForKernel } from './gvisor.ts';
import type { Hardening } from './hardening.ts';

const MIB = 1024 * 1024;

/** Room for the submission itself, which intake keeps below 20 MiB and 2,000 files. */
const SUBMISSION_MIB = 32;
const SUBMISSION_FILES = 6144;

type Sizes = Pick<Limits, 'memoryMiB' | 'processes' | 'filesMiB' | 'files'>;

/**
 * What a container of a role may use. The runner's part is fixed; the others' follows the project's limits.
 * `runtime` is for what foreign code runs in: the runner, which is trusted, stays with the engine's own.
 */
export function hardeningFor(
  role: Role,
  limits: Sizes,
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
      return withRoomForKernel({ uid: 10_001, ...ofForeignCode(limits, runtime) });
    case 'analyst':
      // Reads the submission with trusted tools: a parser is no less open to attack than an interpreter.
      return withRoomForKernel({ uid: 10_003, ...ofForeignCode(limits, runtime) });
  }
}

function ofForeignCode(limits: Sizes, runtime: string | null): Omit<Hardening, 'uid'> {
  return {
    openFiles: 512,
    memoryBytes: limits.memoryMiB * MIB,
    processes: limits.processes,
    cpus: 1,
    fileBytes: limits.filesMiB * MIB,
    folders: [
      {
        path: '/submission',
        bytes: (SUBMISSION_MIB + limits.filesMiB) * MIB,
        files: SUBMISSION_FILES + limits.files,
      },
      { path: '/tmp', bytes: limits.filesMiB * MIB, files: limits.files },
    ],
    runtime,
  };
}
