import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openPglite } from '../../src/adapters/postgres/pglite.ts';
import { eraseCommand } from '../../src/cli/erase.ts';
import type { People } from '../../src/record/person-store.ts';
import { playEverywhere, type Somebody } from '../adapters/postgres/privacy/everywhere.ts';
import { touchstone } from './run.ts';

const ada: Somebody = { id: 4_711_001, login: 'ada-everywhere', mail: 'ada@home.example' };
const hopper: Somebody = { id: 4_711_003, login: 'hopper', mail: 'hopper@home.example' };
const grace: Somebody = { id: 4_711_002, login: 'grace', mail: 'grace@home.example' };

describe('touchstone erase, on the embedded database', () => {
  let dataDir: string;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'touchstone-erase-'));
    const { rows, close } = await openPglite(dataDir);
    await playEverywhere(rows, { owner: ada, other: grace, named: ada });
    await playEverywhere(rows, { owner: grace, other: ada, named: ada });
    await close();
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  const run = (...args: string[]) => touchstone(args, { TOUCHSTONE_DATA: dataDir });
  /** The files of the data folder that hold a text. */
  const filesWith = async (text: string): Promise<string[]> => {
    const found: string[] = [];
    for (const entry of await readdir(dataDir, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && (await readFile(path)).includes(text)) found.push(path);
    }
    return found;
  };

  test('is refused, and says what to do, while another process has the database', async () => {
    const { close } = await openPglite(dataDir);
    try {
      const { code, err } = await run('erase', ada.login, '--yes');
      expect(code).toBe(3);
      expect(err).toContain('is in use by process');
      expect(err).toContain('Stop that process first');
    } finally {
      await close();
    }
  });

  test('changes nothing before somebody has confirmed it', async () => {
    const { code, err } = await run('erase', ada.login);
    expect(code).toBe(2);
    expect(err).toContain('Nothing was erased');
    expect(await filesWith(ada.login)).not.toEqual([]);
  });

  test('leaves nothing in any file, and says what it did', async () => {
    const { code, out } = await run('erase', 'ADA-everywhere', '--yes');
    expect(code).toBe(0);
    expect(out).toContain(`${ada.login} (account ${ada.id}) is erased`);
    expect(out).toMatch(/removed from pullRequests: 1 row/);
    expect(out).toMatch(/made anonymous in signOffs: 1 row/);
    expect(out).toMatch(/cut in deliveries: 2 rows/);
    expect(await filesWith(ada.login)).toEqual([]);
    expect(await filesWith(ada.mail)).toEqual([]);
    expect(await filesWith(grace.login)).not.toEqual([]);
    const again = await run('erase', ada.login, '--yes');
    expect(again.code).toBe(2);
    expect(again.err).toContain('Nothing is kept of anybody called');
  });
});

describe('somebody whom nothing but deliveries of GitHub name', () => {
  let dataDir: string;
  const run = (...args: string[]) => touchstone(args, { TOUCHSTONE_DATA: join(dataDir, 'data') });

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'touchstone-erase-'));
    const { rows, close } = await openPglite(join(dataDir, 'data'));
    await playEverywhere(rows, { owner: grace, other: grace, named: hopper });
    await close();
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  test('is exported and erased by number', async () => {
    const which = [hopper.login, '--id', String(hopper.id)];
    const out = join(dataDir, 'portfolio');
    expect(await run('export', ...which, '--out', out)).toMatchObject({ code: 0 });
    expect(JSON.parse(await readFile(join(out, 'personal-data.json'), 'utf8'))).toMatchObject({
      own: {},
      outside: {
        deliveries: [{ payload: [{ id: hopper.id, login: hopper.login }, { email: hopper.mail }] }],
      },
    });
    expect(await run('erase', ...which, '--yes')).toMatchObject({ code: 0 });
    expect((await run('export', ...which)).err).toContain('Nothing is kept of anybody called');
  });
});

describe('whom erase takes', () => {
  let out = '';
  const asked: string[] = [];
  const erased: number[] = [];
  afterEach(() => {
    out = '';
    asked.length = 0;
    erased.length = 0;
  });

  const people: People = {
    called: () =>
      Promise.resolve([
        { id: 1, login: 'ada' },
        { id: 2, login: 'ada' },
      ]),
    loginOf: (id) => Promise.resolve(id === 3 ? 'bo' : null),
    dataOf: (id) =>
      Promise.resolve(
        id === 404
          ? { own: {}, forOthers: {}, outside: {}, withheld: {} }
          : { own: { runs: [{}, {}] }, forOthers: { signOffs: [{}] }, outside: {}, withheld: {} },
      ),
    erase: (id) => {
      erased.push(id);
      return Promise.resolve({ removed: { runs: 2 }, anonymised: {}, cut: {} });
    },
    purge: () => Promise.resolve(),
    records: { rowsOf: () => Promise.reject(new Error('not asked for')) },
  };
  const erase = (options: { id?: number; yes: boolean }, answer?: boolean) =>
    eraseCommand(
      { login: 'ada', format: 'text', ...options },
      { withPeople: (work) => work(people) },
      {
        out: (text) => void (out += text),
        err: () => undefined,
        outIsTerminal: false,
        errIsTerminal: false,
        columns: 100,
        ...(answer !== undefined && {
          confirm: (question) => {
            asked.push(question);
            return Promise.resolve(answer);
          },
        }),
      },
    );

  test('nobody, where several have had the login, until it is said who is meant', async () => {
    await expect(erase({ yes: true })).rejects.toThrow(
      'Several accounts have been called "ada", one after another: 1, 2.',
    );
    expect(erased).toEqual([]);
    await erase({ yes: true, id: 2 });
    expect(erased).toEqual([2]);
  });

  test('nobody, where the number is that of somebody else, or of nobody', async () => {
    await expect(erase({ yes: true, id: 3 })).rejects.toThrow(
      'Account 3 was never called "ada", as far as is known: it is "bo".',
    );
    await expect(erase({ yes: true, id: 404 })).rejects.toThrow(
      'Nothing is kept of anybody called "ada (account 404)"',
    );
    expect(erased).toEqual([]);
  });

  test('whoever is known by their number alone', async () => {
    await erase({ yes: true, id: 9 });
    expect(erased).toEqual([9]);
  });

  test('nobody, where the answer is no; it is asked with what there is', async () => {
    await expect(erase({ yes: false, id: 1 }, false)).rejects.toThrow('Nothing was erased');
    expect(asked).toEqual([
      expect.stringContaining(
        '2 rows that are theirs, and their name in 1 row of others and 0 rows from GitHub',
      ),
    ]);
    expect(erased).toEqual([]);
    await erase({ yes: false, id: 1 }, true);
    expect(erased).toEqual([1]);
    expect(out).toContain('removed from runs: 2 rows');
  });
});
