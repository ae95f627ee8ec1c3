import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long the processes of a run may take to be gone, ms. */
const GONE_MS = 5000;

/** Ended processes that nobody asks about any more; each takes up a number until the container ends. */
const MOST_ENDED = 32;

/**
 * Kills every process of this container but the first, which is this one. Resolves to false if that cannot be done: a
 * runner that is not clean must not be used again.
 */
export async function killOthers(): Promise<boolean> {
  if (process.pid !== 1) throw new Error('only the first process of a container may end all others');
  const until = Date.now() + GONE_MS;
  for (;;) {
    const left = others();
    const alive = left.filter(isAlive);
    if (alive.length === 0) return left.length <= MOST_ENDED;
    if (Date.now() > until) return false;
    for (const pid of alive) kill(pid);
    await sleep(2);
  }
}

/** Removes everything in these folders. */
export function emptyFolders(folders: readonly string[]): void {
  for (const folder of folders) {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function others(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map(Number);
}

/** False for what has ended and only waits to be asked about, by a parent that has ended too. */
function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.charAt(stat.lastIndexOf(')') + 2) !== 'Z';
  } catch {
    return false;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
