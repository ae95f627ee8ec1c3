import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { create } from 'tar';
import { Header } from 'tar';
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unpack } from '../../../src/adapters/octokit/submission/unpack.ts';

const MIB = 1024 * 1024;
const limits = { compressedBytes: MIB, unpackedBytes: 4 * MIB, fileBytes: MIB };

/** Entries as a tar archive, written header by header: no tool would write some of these. */
function tar(
  entries: { path: string; type?: 'File' | 'SymbolicLink' | 'Link'; linkpath?: string; data?: Buffer }[],
) {
  const blocks = entries.flatMap(({ path, type = 'File', linkpath, data = Buffer.alloc(0) }) => {
    const header = new Header({
      path,
      type,
      size: data.byteLength,
      mode: 0o644,
      ...(linkpath ? { linkpath } : {}),
    });
    const block = Buffer.alloc(512);
    header.encode(block, 0);
    return [block, data, Buffer.alloc((512 - (data.byteLength % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

const unpackBytes = (bytes: Buffer, wanted: string[], changed: Partial<typeof limits> = {}) =>
  unpack(Readable.from([bytes]), { ...limits, ...changed, wanted: new Set(wanted) });

const seen = (files: Map<string, Uint8Array>) =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));

describe('an archive', () => {
  it('gives the wanted files, without its first folder', async () => {
    const bytes = gzipSync(
      tar([
        { path: 'repo-abc/a.js', data: Buffer.from('A') },
        { path: 'repo-abc/empty.js' },
        { path: 'repo-abc/unwanted.js', data: Buffer.from('no') },
        { path: 'repo-abc/d/e.js', data: Buffer.from('E'.repeat(700)) },
      ]),
    );
    const files = seen(await unpackBytes(bytes, ['a.js', 'empty.js', 'd/e.js']));
    expect(files).toEqual({ 'a.js': 'A', 'empty.js': '', 'd/e.js': 'E'.repeat(700) });
  });

  it('gives no link, even under a wanted name', async () => {
    const bytes = gzipSync(
      tar([
        { path: 'r/a.js', type: 'SymbolicLink', linkpath: '/etc/passwd' },
        { path: 'r/b.js', type: 'Link', linkpath: 'r/a.js' },
        { path: 'r/c.js', data: Buffer.from('C') },
      ]),
    );
    expect(seen(await unpackBytes(bytes, ['a.js', 'b.js', 'c.js']))).toEqual({ 'c.js': 'C' });
  });

  it('is read with paths that do not fit into a header, as tar writes them', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'touchstone-tar-'));
    try {
      const path = `${'d'.repeat(90)}/${'e'.repeat(90)}/ü.js`;
      await mkdir(join(dir, 'top', path, '..'), { recursive: true });
      await writeFile(join(dir, 'top', path), 'long');
      await symlink('nowhere', join(dir, 'top', 'link'));
      const chunks: Buffer[] = [];
      for await (const chunk of create({ cwd: dir, gzip: true }, ['top'])) chunks.push(chunk);
      expect(seen(await unpackBytes(Buffer.concat(chunks), [path, 'link']))).toEqual({ [path]: 'long' });
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });
});

describe('an archive that is not what it should be', () => {
  it('a bomb is stopped while it unpacks', async () => {
    // 200 MiB of zeros in 200 kB.
    const bomb = gzipSync(Buffer.concat([tar([{ path: 'r/a', data: Buffer.alloc(200 * MIB) }])]));
    expect(bomb.byteLength).toBeLessThan(MIB);
    const before = process.memoryUsage().rss;
    await expect(unpackBytes(bomb, ['a'])).rejects.toMatchObject({
      code: 'submission.bad-archive',
      message: expect.stringContaining('the unpacked archive is larger than') as string,
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MIB);
  });

  it('one that is too long compressed is stopped too', async () => {
    const bytes = gzipSync(tar([{ path: 'r/a', data: Buffer.alloc(3 * MIB, 'x') }]), { level: 0 });
    await expect(unpackBytes(bytes, ['a'])).rejects.toMatchObject({ code: 'submission.bad-archive' });
  });

  it('a wanted file that is larger than it may be is skipped', async () => {
    const bytes = gzipSync(
      tar([
        { path: 'r/a', data: Buffer.alloc(2 * MIB) },
        { path: 'r/b', data: Buffer.from('B') },
      ]),
    );
    expect(seen(await unpackBytes(bytes, ['a', 'b']))).toEqual({ b: 'B' });
  });

  it.each([
    ['a page of HTML', Buffer.from('<html>Sorry</html>')],
    ['nothing', Buffer.alloc(0)],
    [
      'one that breaks off',
      gzipSync(tar([{ path: 'r/a', data: Buffer.alloc(MIB, 'random') }])).subarray(0, 600),
    ],
  ])('is a failure of ours: %s', async (_name, bytes) => {
    await expect(unpackBytes(bytes, ['a'])).rejects.toMatchObject({
      code: 'submission.bad-archive',
      audience: 'operator',
    });
  });

  it('gives nothing where it is no tar archive; the caller misses the files', async () => {
    expect(await unpackBytes(gzipSync(Buffer.alloc(5_000, 'no tar')), ['a'])).toEqual(new Map());
  });

  it('one that never ends is given up when we are told to', async () => {
    const controller = new AbortController();
    const never = new Readable({ read: () => undefined });
    const unpacking = unpack(never, { ...limits, wanted: new Set(['a']) }, controller.signal);
    const reason = new Error('newer');
    controller.abort(reason);
    await expect(unpacking).rejects.toBe(reason);
  });
});
