import type { ContainerCreateOptions } from 'dockerode';
import type { Role } from '../../sandbox/launcher.ts';

/** What keeps a container in: one value, so that a test can probe each part of it from inside. */
export interface Hardening {
  /** User and group id of everything in it. Each role has its own. */
  uid: number;
  memoryBytes: number;
  processes: number;
  cpus: number;
  /** Most open files, and the longest file in bytes. */
  openFiles: number;
  fileBytes: number;
  /** Folders in memory that can be written to; nothing in them can be executed. */
  folders: { path: string; bytes: number; files: number }[];
}

const MIB = 1024 * 1024;

/** What a container of a role may use. The runner's part is fixed; the learner's follows the project's limits. */
export function hardeningFor(role: Role, limits: { memoryMiB: number; processes: number }): Hardening {
  if (role === 'runner') {
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
    };
  }
  return {
    uid: 10_001,
    memoryBytes: limits.memoryMiB * MIB,
    processes: limits.processes,
    cpus: 1,
    openFiles: 512,
    fileBytes: 32 * MIB,
    folders: [
      { path: '/submission', bytes: 64 * MIB, files: 8192 },
      { path: '/tmp', bytes: 32 * MIB, files: 2048 },
    ],
  };
}

/** The same in Docker's words. */
export function dockerOptions(hardening: Hardening): Pick<ContainerCreateOptions, 'User' | 'Env'> & {
  HostConfig: NonNullable<ContainerCreateOptions['HostConfig']>;
} {
  const { uid, folders } = hardening;
  const tmpfs = folders.map(({ path, bytes, files }): [string, string] => [
    path,
    `rw,noexec,nosuid,nodev,size=${bytes},nr_inodes=${files},mode=0700,uid=${uid},gid=${uid}`,
  ]);
  return {
    User: `${uid}:${uid}`,
    Env: ['PATH=/usr/local/bin:/usr/bin:/bin', 'HOME=/tmp'],
    HostConfig: {
      NetworkMode: 'none',
      ReadonlyRootfs: true,
      CapDrop: ['ALL'],
      SecurityOpt: ['no-new-privileges'],
      PidsLimit: hardening.processes,
      Memory: hardening.memoryBytes,
      // The same as the memory: no swap.
      MemorySwap: hardening.memoryBytes,
      NanoCpus: hardening.cpus * 1e9,
      Ulimits: [
        { Name: 'nofile', Soft: hardening.openFiles, Hard: hardening.openFiles },
        { Name: 'core', Soft: 0, Hard: 0 },
        { Name: 'fsize', Soft: hardening.fileBytes, Hard: hardening.fileBytes },
      ],
      Tmpfs: Object.fromEntries(tmpfs),
      IpcMode: 'none',
      LogConfig: { Type: 'none', Config: {} },
      // Where the machine itself runs out of memory, containers go before everything else.
      OomScoreAdj: 500,
    },
  };
}
