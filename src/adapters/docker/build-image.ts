import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type Docker from 'dockerode';
import { create } from 'tar';
import { z } from 'zod';
import { sandboxError } from '../../domain/errors/sandbox.ts';
import { dockerCall, dockerStatus } from './calls.ts';
import type { ImageContext } from './image-context.ts';
import { installPackages } from './packages.ts';

/** Building copies some ten thousand small files. */
const BUILD_MS = 10 * 60_000;

export interface Build {
  docker: Docker;
  tag: string;
  base: string;
  context: ImageContext;
  log: (line: string) => void;
  signal?: AbortSignal | undefined;
}

/** True when an image of this tag is there. */
export async function imageId(docker: Docker, tag: string): Promise<string | null> {
  try {
    const { Id } = await dockerCall('inspect an image', docker.getImage(tag).inspect());
    return Id;
  } catch (error) {
    if (dockerStatus(error) === 404) return null;
    throw error;
  }
}

/** Builds an image from its context, in a folder that is removed again. */
export async function buildImage({ docker, tag, base, context, log, signal }: Build): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'touchstone-image-'));
  try {
    for (const [path, bytes] of context.files) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), bytes);
    }
    if (context.packages.size > 0) {
      log(`${tag}: installing packages`);
      const { Arch } = await dockerCall('tell its version', docker.version());
      await installPackages(dir, context.packages, tag, { architecture: Arch, signal });
    }
    log(`${tag}: building`);
    const archive = create({ cwd: dir, portable: true }, ['.']);
    const options = { t: tag, buildargs: { BASE: base }, rm: true, forcerm: true };
    const stream = await dockerCall(
      'build an image',
      docker.buildImage(archive as unknown as NodeJS.ReadableStream, options),
      { ms: BUILD_MS },
    );
    await dockerCall('build an image', followed(docker, stream, tag, log), { ms: BUILD_MS });
    log(`${tag}: ready`);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

const Step = z.object({ stream: z.string().optional(), error: z.string().optional() });

/** Follows a build or a pull to its end; Docker tells of a failure in the stream, with status 200. */
async function followed(
  docker: Docker,
  stream: NodeJS.ReadableStream,
  tag: string,
  log: (line: string) => void,
): Promise<void> {
  const steps = await new Promise<unknown[]>((resolve, reject) => {
    docker.modem.followProgress(
      stream,
      (error: Error | null, result: unknown[]) => {
        if (error === null) resolve(result);
        else reject(sandboxError('sandbox.image-not-built', { tag, cause: error.message }));
      },
      (step: unknown) => {
        const line = Step.safeParse(step).data?.stream?.trim();
        if (line !== undefined && line !== '') log(`${tag}: ${line}`);
      },
    );
  });
  const cause = steps.map((step) => Step.safeParse(step).data?.error).find((error) => error !== undefined);
  if (cause !== undefined) throw sandboxError('sandbox.image-not-built', { tag, cause });
}

/** The base image of a grader: the one of this machine, else pulled from a registry. */
export async function baseImage(
  docker: Docker,
  base: { local: string; registry: string },
  log: (line: string) => void,
): Promise<{ tag: string; id: string }> {
  for (const tag of [base.local, base.registry]) {
    const id = await imageId(docker, tag);
    if (id !== null) return { tag, id };
  }
  log(`${base.registry}: pulling`);
  try {
    const stream = await dockerCall('pull an image', docker.pull(base.registry));
    await dockerCall('pull an image', followed(docker, stream, base.registry, log), { ms: BUILD_MS });
    const id = await imageId(docker, base.registry);
    if (id !== null) return { tag: base.registry, id };
    throw new Error('it is not there after the pull');
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw sandboxError(
      'sandbox.no-base-image',
      { tag: base.local, pulled: base.registry, cause },
      { cause: error },
    );
  }
}
