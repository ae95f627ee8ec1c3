import type { ContainerCreateOptions, HostConfig } from 'dockerode';
import type { Folder, Hardening } from './hardening.ts';
import { MASKED_PATHS } from './masked-paths.ts';
import profile from './seccomp.json' with { type: 'json' };

/** Docker takes the profile itself over the connection, so that an engine on another machine has it too. */
const SECCOMP = `seccomp=${JSON.stringify(profile)}`;

/** Variables that ordinary base images set: a name without a value takes one away, also Docker's own HOSTNAME. */
const UNSET = [
  'HOSTNAME',
  'NODE_VERSION',
  'YARN_VERSION',
  'LANG',
  'GPG_KEY',
  'PYTHON_VERSION',
  'PYTHON_SHA256',
];

export type HardenedOptions = Required<
  Pick<ContainerCreateOptions, 'User' | 'Env' | 'Hostname' | 'NetworkDisabled'>
> & {
  // API 1.41 has CgroupnsMode, the types do not.
  HostConfig: HostConfig & { CgroupnsMode: 'private' };
};

/** The hardening in Docker's words: all of what a container is created with, but for its image, streams and labels. */
export function dockerOptions(hardening: Hardening): HardenedOptions {
  const { uid, runtime } = hardening;
  return {
    User: `${uid}:${uid}`,
    Env: ['PATH=/usr/local/bin:/usr/bin:/bin', 'HOME=/tmp', ...UNSET],
    // The same everywhere: else it is the container's id.
    Hostname: 'sandbox',
    // Besides NetworkMode: then Docker does not start a process of its own to set up a network that is none, which was
    // nearly half of what a container costs (225 ms of processor time against 120).
    NetworkDisabled: true,
    HostConfig: {
      NetworkMode: 'none',
      ReadonlyRootfs: true,
      CapDrop: ['ALL'],
      SecurityOpt: ['no-new-privileges', SECCOMP],
      MaskedPaths: [...MASKED_PATHS],
      PidsLimit: hardening.processes,
      Memory: hardening.memoryBytes,
      // The same as the memory: no swap.
      MemorySwap: hardening.memoryBytes,
      NanoCpus: hardening.cpus * 1e9,
      Ulimits: ulimits(hardening),
      Tmpfs: Object.fromEntries(hardening.folders.map((folder) => [folder.path, tmpfs(folder, uid)])),
      // No shared memory, and no /dev/shm that could be written to.
      IpcMode: 'none',
      // /proc does not tell where it stands among the machine's groups of processes.
      CgroupnsMode: 'private',
      LogConfig: { Type: 'none', Config: {} },
      // Where the machine itself runs out of memory, containers go before everything else.
      OomScoreAdj: 500,
      ...(runtime === null ? {} : { Runtime: runtime }),
    },
  };
}

const tmpfs = ({ bytes, files }: Folder, uid: number): string =>
  `rw,noexec,nosuid,nodev,size=${bytes},nr_inodes=${files},mode=0700,uid=${uid},gid=${uid}`;

/**
 * Limits of each process. Not `nproc`: the kernel counts it per user over all containers, so that one could use up
 * another's; PidsLimit counts per container.
 */
function ulimits({ openFiles, fileBytes }: Hardening): NonNullable<HostConfig['Ulimits']> {
  const limits = { nofile: openFiles, fsize: fileBytes, core: 0, memlock: 0, msgqueue: 0 };
  return Object.entries(limits).map(([Name, limit]) => ({ Name, Soft: limit, Hard: limit }));
}
