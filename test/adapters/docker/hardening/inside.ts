import { buffer } from 'node:stream/consumers';
import { PassThrough } from 'node:stream';
import type Docker from 'dockerode';
import {
  dockerOptions,
  type HardenedOptions,
} from '../../../../src/adapters/docker/hardening/docker-options.ts';
import type { Hardening } from '../../../../src/adapters/docker/hardening/hardening.ts';
import { LABELS, thisOwner } from '../../../../src/adapters/docker/owner.ts';

export interface Ended {
  out: string;
  err: string;
  code: number;
}

/**
 * Runs a command in a container that is hardened as given. `change`: what a test takes away again, to compare.
 * `files`: a tar archive that is laid over its root first.
 */
export async function inside(
  docker: Docker,
  image: string,
  hardening: Hardening,
  command: string[],
  change: (options: HardenedOptions) => HardenedOptions = (options) => options,
  files: Buffer | null = null,
): Promise<Ended> {
  const container = await docker.createContainer({
    Image: image,
    Entrypoint: command,
    Cmd: [],
    ...change(dockerOptions(hardening)),
    AttachStdout: true,
    AttachStderr: true,
    Labels: { [LABELS.owner]: thisOwner(), [LABELS.deadline]: String(Date.now() + 120_000) },
  });
  try {
    if (files !== null) await container.putArchive(files, { path: '/' });
    const stream = await container.attach({ stream: true, stdout: true, stderr: true });
    const [out, err] = [new PassThrough(), new PassThrough()];
    docker.modem.demuxStream(stream, out, err);
    stream.on('end', () => {
      out.end();
      err.end();
    });
    await container.start();
    const [said, complained] = await Promise.all([buffer(out), buffer(err)]);
    const { State } = await container.inspect();
    return { out: said.toString(), err: complained.toString(), code: State.ExitCode };
  } finally {
    await container.remove({ force: true, v: true });
  }
}
