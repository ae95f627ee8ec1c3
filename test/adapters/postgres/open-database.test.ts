import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, stat, utimes } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockDataDir } from '../../../src/adapters/postgres/data-lock.ts';
import { openDatabase } from '../../../src/adapters/postgres/database.ts';
import { bornAt } from '../../../src/adapters/postgres/process-life.ts';
import { freshPostgres } from '../../services/postgres.ts';
import { silent } from '../../services/silent.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'touchstone-data-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

describe('the lock of a data folder', () => {
  const lockFile = () => join(dataDir, 'database.lock');
  const leave = (owner: object) => {
    writeFileSync(lockFile(), JSON.stringify(owner));
  };

  test('is held by one of many that want it at the same time', async () => {
    const locks = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataDir(dataDir)));
    const won = locks.filter((lock) => lock.status === 'fulfilled');
    expect(won).toHaveLength(1);
    await won[0]!.value();
    await (
      await lockDataDir(dataDir)
    )();
  });

  test('names the process that has it, and says what to do', async () => {
    const unlock = await lockDataDir(dataDir);
    await expect(lockDataDir(dataDir)).rejects.toMatchObject({
      code: 'database.in-use',
      message: expect.stringContaining(`process ${process.pid}`) as string,
      fix: expect.stringContaining('TOUCHSTONE_DATABASE_URL') as string,
    });
    await unlock();
  });

  test('of a killed process is taken over', async () => {
    const child = spawn('sleep', ['60']);
    leave({ pid: child.pid, born: await bornAt(child.pid!), host: hostname() });
    await expect(lockDataDir(dataDir)).rejects.toMatchObject({ code: 'database.in-use' });
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    await (
      await lockDataDir(dataDir)
    )();
  });

  test('of a dead process whose number another one has now is taken over', async () => {
    leave({ pid: process.pid, born: 'long ago', host: hostname() });
    await (
      await lockDataDir(dataDir)
    )();
  });

  test('of another host holds while it is touched, and is taken over when it is silent', async () => {
    leave({ pid: 1, born: null, host: 'another-container' });
    await expect(lockDataDir(dataDir)).rejects.toMatchObject({ code: 'database.in-use' });
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lockFile(), longAgo, longAgo);
    await (
      await lockDataDir(dataDir)
    )();
  });

  test('that is half written, or a guard that somebody died with, does not keep anybody out', async () => {
    writeFileSync(lockFile(), '{"pid":');
    const guard = join(dataDir, 'database.lock.guard');
    await mkdir(guard);
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(guard, longAgo, longAgo);
    await (
      await lockDataDir(dataDir)
    )();
    await expect(stat(guard)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('opening', () => {
  test('the embedded database keeps what was written, and is refused to a second opener', async () => {
    const first = await openDatabase({ at: { dataDir }, log: silent });
    await first.deliveries.insert({ id: 'd', event: 'push', action: null, payload: {} });
    await expect(openDatabase({ at: { dataDir }, log: silent })).rejects.toMatchObject({
      code: 'database.in-use',
    });
    await first.close();
    const second = await openDatabase({ at: { dataDir }, log: silent });
    expect((await second.deliveries.begin('d'))?.event).toBe('push');
    await second.close();
  });

  test('several processes that start together migrate a PostgreSQL database once', async () => {
    const { url, drop } = await freshPostgres();
    const opened = await Promise.all(
      Array.from({ length: 4 }, () => openDatabase({ at: { url }, log: silent })),
    );
    await Promise.all(opened.map((database) => database.ping()));
    await Promise.all(opened.map((database) => database.close()));
    await drop();
  });

  test('a server that is not there is named without its password', async () => {
    const url = 'postgres://someone:secret-word@127.0.0.1:1/school';
    const error: unknown = await openDatabase({ at: { url }, log: silent }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'database.unreachable' });
    expect(String(error)).toContain('127.0.0.1:1/school');
    expect(String(error)).not.toContain('secret-word');
  });
});
