import type Docker from 'dockerode';

/** The image that the baselines run in: what the sandbox's images are built on. */
export const BASE_IMAGE = 'touchstone-base-node:24';

const MIB = 1024 * 1024;

/**
 * What a careful person gives a container that runs somebody else's code once: as `docker run` takes it, and as the
 * engine does. Both say the same.
 */
export const RUN_FLAGS = [
  ['--network', 'none'],
  ['--read-only'],
  ['--cap-drop', 'ALL'],
  ['--security-opt', 'no-new-privileges'],
  ['--pids-limit', '64'],
  ['--memory', '256m'],
  ['--memory-swap', '256m'],
  ['--cpus', '1'],
  ['--ulimit', 'nofile=512:512'],
  ['--ulimit', 'core=0:0'],
  ['--tmpfs', '/tmp:rw,noexec,nosuid,nodev,size=32m'],
  ['--ipc', 'none'],
  ['--log-driver', 'none'],
  ['--user', '10001:10001'],
].flat();

export const HOST_CONFIG: Docker.HostConfig = {
  NetworkMode: 'none',
  ReadonlyRootfs: true,
  CapDrop: ['ALL'],
  SecurityOpt: ['no-new-privileges'],
  PidsLimit: 64,
  Memory: 256 * MIB,
  MemorySwap: 256 * MIB,
  NanoCpus: 1e9,
  Ulimits: [
    { Name: 'nofile', Soft: 512, Hard: 512 },
    { Name: 'core', Soft: 0, Hard: 0 },
  ],
  Tmpfs: { '/tmp': 'rw,noexec,nosuid,nodev,size=32m' },
  IpcMode: 'none',
  LogConfig: { Type: 'none', Config: {} },
};
