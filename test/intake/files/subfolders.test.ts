import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSubfolders } from '../../../src/intake/files/subfolders.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'touchstone-subfolders-'));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

test('lists folders by name, and neither files, links nor what tools leave', async () => {
  for (const name of ['bob', 'ada', '.git', 'node_modules']) await mkdir(join(dir, name));
  await writeFile(join(dir, 'notes.txt'), '');
  await symlink('/etc', join(dir, 'link'));
  await mkdir(Buffer.concat([Buffer.from(`${dir}/caf`), Buffer.from([0xe9])]));
  const { folders, dropped } = await readSubfolders(dir);
  expect(folders).toEqual([
    { name: 'ada', dir: join(dir, 'ada') },
    { name: 'bob', dir: join(dir, 'bob') },
  ]);
  expect(dropped).toEqual([
    { path: 'caf\ufffd', reason: 'its name is not text in UTF-8' },
    { path: 'link', reason: 'it is a link to another place' },
  ]);
});

test('says what is no folder', async () => {
  await expect(readSubfolders(join(dir, 'nowhere'))).rejects.toMatchObject({ code: 'submission.no-folder' });
  await writeFile(join(dir, 'file'), '');
  await expect(readSubfolders(join(dir, 'file'))).rejects.toMatchObject({ code: 'submission.not-a-folder' });
});
