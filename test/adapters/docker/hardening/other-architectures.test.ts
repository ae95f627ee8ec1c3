import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import Docker from 'dockerode';
import { create } from 'tar';
import { beforeAll, describe, expect, test } from 'vitest';
import type { HardenedOptions } from '../../../../src/adapters/docker/hardening/docker-options.ts';
import { hardeningFor } from '../../../../src/adapters/docker/hardening/hardening-for.ts';
import { ensureImages } from '../../../../src/adapters/docker/images.ts';
import { Limits } from '../../../../src/domain/course/limits.ts';
import { gradersDir } from '../../../graders/case.ts';
import { inside, type Ended } from './inside.ts';

const docker = new Docker();
const hardening = hardeningFor('learner', Limits.parse({}));
/** 128 and SIGSYS: what a process gets that calls past the profile. */
const ENDED_BY_PROFILE = 159;

let image = '';
beforeAll(async () => {
  const log = () => undefined;
  ({ learner: image } = await ensureImages({ docker, gradersDir, grader: 'node', projects: [], log }));
});

/** A program of a few instructions, in the smallest file that Linux starts (ELF, x86-64). */
function elf(code: number[]): Buffer {
  const base = 0x40_0000;
  const file = Buffer.alloc(0x78 + code.length);
  file.write('\x7fELF\x02\x01\x01', 'latin1');
  file.writeUInt16LE(2, 16); // a program
  file.writeUInt16LE(62, 18); // for x86-64
  file.writeUInt32LE(1, 20);
  file.writeBigUInt64LE(BigInt(base + 0x78), 24); // starts behind the headers
  file.writeBigUInt64LE(0x40n, 32);
  file.writeUInt16LE(0x40, 52);
  file.writeUInt16LE(0x38, 54);
  file.writeUInt16LE(1, 56);
  file.writeUInt32LE(1, 0x40); // one piece, read and executed
  file.writeUInt32LE(5, 0x44);
  file.writeBigUInt64LE(BigInt(base), 0x50);
  file.writeBigUInt64LE(BigInt(base), 0x58);
  file.writeBigUInt64LE(BigInt(file.length), 0x60);
  file.writeBigUInt64LE(BigInt(file.length), 0x68);
  file.writeBigUInt64LE(0x1000n, 0x70);
  Buffer.from(code).copy(file, 0x78);
  return file;
}

const EXIT_7 = [0xbf, 7, 0, 0, 0, 0xb8, 60, 0, 0, 0, 0x0f, 0x05]; // mov edi, 7; mov eax, 60 (exit); syscall
const GETPID_32 = [0xb8, 20, 0, 0, 0, 0xcd, 0x80]; // mov eax, 20 (getpid, 32 bit); int 0x80
const GETPID_X32 = [0xb8, 39, 0, 0, 0x40, 0x0f, 0x05]; // mov eax, 0x40000000 + 39 (getpid, x32); syscall

/** Its root can be written to, for the program has to get there. */
async function started(code: number[]): Promise<Ended> {
  const dir = await mkdtemp(join(tmpdir(), 'touchstone-elf-'));
  try {
    await writeFile(join(dir, 'program'), elf(code));
    await chmod(join(dir, 'program'), 0o755);
    const files = await buffer(create({ cwd: dir, portable: true }, ['program']));
    const writable = (options: HardenedOptions): HardenedOptions => ({
      ...options,
      HostConfig: { ...options.HostConfig, ReadonlyRootfs: false },
    });
    return await inside(docker, image, hardening, ['/bin/sh', '-c', '/program'], writable, files);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

describe.runIf(process.arch === 'x64')('a program', () => {
  test('of this architecture runs', async () => {
    expect(await started(EXIT_7)).toMatchObject({ code: 7 });
  });

  test.each([
    ['of 32 bits', GETPID_32],
    ['of x32', GETPID_X32],
  ])('that makes a call %s is ended', async (_, code) => {
    expect(await started([...code, ...EXIT_7])).toMatchObject({ code: ENDED_BY_PROFILE });
  });
});
