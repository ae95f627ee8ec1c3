import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long the processes of a run may take to be gone, ms. */
const GONE_MS = 5000;

/**
 * Kills every process of this container but the first, which is this one. Resolves to false if one is left: a runner
 * that is not clean must not be used again.
 */
export async function killOthers(): Promise<boolean> {
  if (process.pid !== 1) throw new Error('only the first process of a container may end all others');
  const until = Date.now() + GONE_MS;
  for (let left = others(); left.length > 0; left = others()) {
    if (Date.now() > until) return false;
    for (const pid of left) kill(pid);
    await sleep(2);
  }
  return true;
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

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
