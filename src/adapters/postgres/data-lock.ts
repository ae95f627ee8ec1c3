import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, rmdir, mkdir, link, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { operatorError } from '../../domain/errors/operator.ts';
import { bornAt, isAlive } from './process-life.ts';

/** Who has the folder. `born` tells a process from a later one that got the same number. */
const Owner = z.object({ pid: z.number().int(), born: z.string().nullable(), host: z.string() });
type Owner = z.infer<typeof Owner>;

/** The owner touches its lock this often, so that it can be judged from another host or container too. */
const touchEveryMs = 5_000;
const silentForMs = 20_000;
/** Taking over a lock is a matter of milliseconds; a guard older than this was left by a process that died in it. */
const guardLastsMs = 5_000;

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;

/** The owner of a lock that still holds; null where there is none, or it was left behind by a process that died. */
async function holder(lock: string): Promise<Owner | null> {
  try {
    const text = await readFile(lock, 'utf8');
    const { mtimeMs } = await stat(lock);
    const owner = Owner.safeParse(JSON.parse(text)).data;
    if (owner === undefined) return null;
    if (owner.host === hostname()) return (await isAlive(owner)) ? owner : null;
    return Date.now() - mtimeMs < silentForMs ? owner : null;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Runs `work` while no other process does the same: making a folder succeeds for one of them only. */
async function guarded<Result>(guard: string, work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      await mkdir(guard);
      break;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
      const since = await stat(guard).then(
        ({ mtimeMs }) => mtimeMs,
        () => Date.now(),
      );
      if (Date.now() - since > guardLastsMs) await rmdir(guard).catch(() => undefined);
      else await pause(20);
    }
  }
  try {
    return await work();
  } finally {
    await rmdir(guard).catch(() => undefined);
  }
}

/**
 * Locks a data folder for this process. A lock that a killed process left is taken over.
 *
 * @returns the way to unlock it
 * @throws TouchstoneError `database.in-use`, naming the process that has it
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  const lock = join(dataDir, 'database.lock');
  const mine = join(dataDir, `database.lock.${process.pid}.${randomUUID()}`);
  const owner: Owner = { pid: process.pid, born: await bornAt(process.pid), host: hostname() };
  // Written whole under another name first, so that nobody ever reads half a lock.
  await writeFile(mine, JSON.stringify(owner));
  try {
    await guarded(join(dataDir, 'database.lock.guard'), async () => {
      const other = await holder(lock);
      if (other !== null) {
        throw operatorError('database.in-use', { dataDir, pid: other.pid, host: other.host });
      }
      await rm(lock, { force: true });
      await link(mine, lock).catch(() => rename(mine, lock)); // some file systems have no links
    });
  } finally {
    await rm(mine, { force: true });
  }
  const touch = setInterval(() => {
    const now = new Date();
    utimes(lock, now, now).catch(() => undefined);
  }, touchEveryMs);
  touch.unref();
  return async () => {
    clearInterval(touch);
    await rm(lock, { force: true });
  };
}
