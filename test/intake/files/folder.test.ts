import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFolder } from '../../../src/intake/files/folder.ts';
import { defaultFileLimits } from '../../../src/intake/files/limits.ts';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'touchstone-folder-'));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

const write = async (path: string, text: string) => {
  await mkdir(join(dir, path, '..'), { recursive: true });
  await writeFile(join(dir, path), text);
};

const read = async (limits?: Parameters<typeof readFolder>[1]) => {
  const { files, dropped } = await readFolder(dir, limits);
  return {
    files: Object.fromEntries([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])),
    dropped: Object.fromEntries(dropped.map(({ path, reason }) => [path, reason])),
  };
};

describe('a folder', () => {
  it('is read with its folders, but without .git and node_modules, of which nothing is said', async () => {
    await write('index.js', 'export {};');
    await write('src/deep/er/a.js', 'a');
    await write('empty.js', '');
    await write('.git/config', 'x');
    await write('node_modules/p/index.js', 'x');
    await write('web/node_modules/p/index.js', 'x');
    expect(await read()).toEqual({
      files: { 'index.js': 'export {};', 'src/deep/er/a.js': 'a', 'empty.js': '' },
      dropped: {},
    });
  });

  it('that is empty is an empty submission', async () => {
    expect(await read()).toEqual({ files: {}, dropped: {} });
  });

  it('may itself be reached through a link', async () => {
    await write('real/index.js', 'x');
    await symlink(join(dir, 'real'), join(dir, 'link'));
    const { files } = await readFolder(join(dir, 'link'));
    expect([...files.keys()]).toEqual(['index.js']);
  });

  it('that is missing is wrong use', async () => {
    await expect(readFolder(join(dir, 'nowhere'))).rejects.toMatchObject({
      code: 'submission.no-folder',
      message: `There is no folder "${join(dir, 'nowhere')}".`,
    });
  });

  it('that is a file is wrong use', async () => {
    await write('file', 'x');
    await expect(readFolder(join(dir, 'file'))).rejects.toMatchObject({ code: 'submission.not-a-folder' });
  });

  it('that is somebody’s whole disk is refused before it is read', async () => {
    for (let i = 0; i < 12; i += 1) await write(`f${i}`, 'x');
    await expect(readFolder(dir, { ...defaultFileLimits, entries: 10 })).rejects.toMatchObject({
      code: 'submission.too-many-files',
    });
  });
});

describe('entries that are no ordinary files', () => {
  it('links are not followed, wherever they point', async () => {
    await write('index.js', 'x');
    await symlink('/etc/passwd', join(dir, 'passwd'));
    await symlink('/', join(dir, 'root'));
    await symlink('nowhere', join(dir, 'broken'));
    await symlink('.', join(dir, 'loop'));
    const { files, dropped } = await read();
    expect(Object.keys(files)).toEqual(['index.js']);
    expect(Object.keys(dropped)).toEqual(['broken', 'loop', 'passwd', 'root']);
  });

  it('a pipe is left out and does not hold us up', async () => {
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(dir, 'pipe')]);
    expect((await read()).dropped).toEqual({ pipe: 'it is not an ordinary file' });
  });
});

describe('names that are hard to bear', () => {
  it('a name of 255 bytes is read', async () => {
    const name = `${'n'.repeat(252)}.js`;
    await write(name, 'x');
    const { files, dropped } = await read({ ...defaultFileLimits, pathLength: 300 });
    expect(Object.keys(files)).toEqual([name]);
    expect(dropped).toEqual({});
  });

  it('a name of 255 bytes is left out, with the reason, where paths may have 200 characters', async () => {
    await write(`${'n'.repeat(252)}.js`, 'x');
    await write('index.js', 'x');
    const { files, dropped } = await read();
    expect(Object.keys(files)).toEqual(['index.js']);
    expect(Object.values(dropped)).toEqual(['its path is longer than 200 characters']);
  });

  it('a path of 300 characters is left out, with the reason', async () => {
    await write(`${'d'.repeat(149)}/${'e'.repeat(100)}/${'f'.repeat(49)}`, 'x');
    expect(Object.values((await read()).dropped)).toEqual(['its path is longer than 200 characters']);
  });

  it('folders within folders beyond what the system takes do not crash it', async () => {
    // 30 folders of 250 bytes: longer than PATH_MAX, made by going down step by step.
    execFileSync(
      'sh',
      [
        '-c',
        'i=0; while [ $i -lt 30 ]; do d=$(printf "%0250d" $i); mkdir "$d" && cd "$d"; i=$((i+1)); done; : > x',
      ],
      {
        cwd: dir,
        // The shell complains when the path becomes too long for it, too.
        stdio: 'ignore',
      },
    );
    await write('index.js', 'x');
    const { files, dropped } = await read();
    expect(Object.keys(files)).toEqual(['index.js']);
    expect(Object.keys(dropped)).toHaveLength(1);
    execFileSync('rm', ['-rf', dir]);
  });

  it('a name that is no UTF-8 is left out, with the reason', async () => {
    await writeFile(Buffer.concat([Buffer.from(`${dir}/caf`), Buffer.from([0xe9]), Buffer.from('.js')]), 'x');
    await write('index.js', 'x');
    const { files, dropped } = await read();
    expect(Object.keys(files)).toEqual(['index.js']);
    expect(Object.values(dropped)).toEqual(['its name is not text in UTF-8']);
  });

  it('a file in a folder whose name is no UTF-8 is left out too', async () => {
    const folder = Buffer.concat([Buffer.from(`${dir}/caf`), Buffer.from([0xe9])]);
    await mkdir(folder);
    await writeFile(Buffer.concat([folder, Buffer.from('/a.js')]), 'x');
    expect(Object.values((await read()).dropped)).toEqual(['its name is not text in UTF-8']);
  });

  it('of two names that differ in capital letters one is read', async () => {
    await write('Index.js', 'upper');
    await write('index.js', 'lower');
    const { files, dropped } = await read();
    expect(files).toEqual({ 'index.js': 'lower' });
    expect(Object.keys(dropped)).toEqual(['Index.js']);
  });
});
