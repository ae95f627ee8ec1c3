import { createServer } from 'node:net';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ended, makeCheckout } from './checkout.ts';

let checkout: Awaited<ReturnType<typeof makeCheckout>>;

beforeEach(async () => {
  checkout = await makeCheckout();
  await mkdir(join(checkout.dir, '.touchstone'));
});

afterEach(async () => {
  await checkout.remove();
});

describe('npm packages', () => {
  const locked = {
    '': { version: '1.0.0' },
    'node_modules/stone': { version: '2.0.0' },
    'node_modules/stone-darwin': { version: '2.0.0', optional: true },
  };

  it.each([
    ['all that the lock names', locked, 0],
    ['without the optional one of another platform', { 'node_modules/stone': { version: '2.0.0' } }, 0],
    ['an older version', { 'node_modules/stone': { version: '1.9.0' } }, 1],
    ['one missing', {}, 1],
    [
      'an optional one of another version',
      { ...locked, 'node_modules/stone-darwin': { version: '1.0.0' } },
      1,
    ],
    ['nothing installed', null, 1],
  ])('%s', async (_what, installed, code) => {
    await rm(join(checkout.dir, 'node_modules'));
    await writeFile(join(checkout.dir, 'package-lock.json'), JSON.stringify({ packages: locked }));
    if (installed !== null) {
      await mkdir(join(checkout.dir, 'node_modules'));
      await writeFile(
        join(checkout.dir, 'node_modules/.package-lock.json'),
        JSON.stringify({ packages: installed }),
      );
    }
    const result = await ended('node', ['scripts/setup/node-packages-match.mjs'], { cwd: checkout.dir });
    expect(result).toMatchObject({ code, stderr: '' });
  });
});

describe('ports', () => {
  const freePort = async (...args: string[]) =>
    Number((await checkout.bash(['process'], 'free_port "$@"', args)).stdout);

  it('keeps the port of before where it is free, and finds another where it is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const taken = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await freePort(String(taken))).not.toBe(taken);
    await new Promise((resolve) => server.close(resolve));
    expect(await freePort(String(taken))).toBe(taken);
  });

  it('finds one where there was none before', async () => {
    expect(await freePort()).toBeGreaterThan(1023);
  });
});

describe('pid files', () => {
  const pidInFile = async (content: string, program: string) => {
    await writeFile(join(checkout.dir, 'pid'), content);
    return checkout.bash(['process'], 'pid_in_file pid "$1"', [program]);
  };

  it('believes one whose process is the program', async () => {
    const name = (await readFile('/proc/self/comm', 'utf8')).trim();
    expect(await pidInFile(`${process.pid}\nmore lines\n`, name)).toMatchObject({
      code: 0,
      stdout: `${process.pid}\n`,
    });
  });

  it.each([
    ['a number that belongs to another program by now', `${process.pid}\n`],
    ['a process that is gone', '4194304\n'],
    ['an empty file', ''],
    ['nonsense', '../../etc\n'],
  ])('does not believe %s', async (_what, content) => {
    expect(await pidInFile(content, 'dockerd')).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('services.env', () => {
  it('replaces what this run found and keeps what only an earlier one looked for', async () => {
    const file = join(checkout.dir, '.touchstone/services.env');
    await writeFile(file, 'TOUCHSTONE_REDIS_URL=old\nTOUCHSTONE_CHROMIUM=/usr/bin/chromium\n');
    await checkout.bash(['services'], 'service_is TOUCHSTONE_REDIS_URL new; write_services');
    expect((await readFile(file, 'utf8')).split('\n').sort()).toEqual([
      '',
      'TOUCHSTONE_CHROMIUM=/usr/bin/chromium',
      'TOUCHSTONE_REDIS_URL=new',
    ]);
  });

  it('makes a password once', async () => {
    const password = () =>
      checkout.bash(['services'], 'password_of .touchstone').then(({ stdout }) => stdout);
    const first = await password();
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(await password()).toBe(first);
  });
});
