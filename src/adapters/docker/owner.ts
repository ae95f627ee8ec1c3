import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** The labels of everything that this program makes in Docker. */
export const LABELS = {
  /** Which process made a container: `host/namespace/pid/start`. */
  owner: 'touchstone.owner',
  role: 'touchstone.role',
  /** Milliseconds since 1970; a container that is older than this is nobody's. */
  deadline: 'touchstone.deadline',
} as const;

/** This process, told apart from a later one with the same number. */
export function thisOwner(): string {
  return `${here()}/${process.pid}/${startOf(process.pid)}`;
}

/**
 * Whether the process that made a container is gone for certain. Of another machine's, or of one that counts its
 * processes apart from ours (in a container that shares this Docker), we cannot know.
 */
export function ownerIsGone(owner: string): boolean {
  const [host, namespace, pid, start] = owner.split('/');
  if (`${host}/${namespace}` !== here() || pid === undefined) return false;
  return startOf(Number(pid)) !== start;
}

/** Where process numbers mean the same: this machine and its namespace of processes. */
function here(): string {
  try {
    return `${hostname()}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return `${hostname()}/unknown`;
  }
}

/** When a process was started, in ticks since boot; empty where there is none. */
function startOf(pid: number): string {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return existsSync('/proc/self/stat') ? '' : 'unknown';
  try {
    // The name, in brackets, may contain spaces: fields are counted from behind it.
    return readFileSync(file, 'utf8').replace(/^.*\)/s, '').trim().split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
