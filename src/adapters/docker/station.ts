import type Docker from 'dockerode';
import type { Clock } from '../../domain/clock.ts';
import type { Ending, Role, Station } from '../../sandbox/launcher.ts';
import { dockerCall } from './calls.ts';
import { cpuMsOf } from './cpu-time.ts';
import { Demultiplexer } from './demultiplexer.ts';
import { dockerOptions } from './hardening/docker-options.ts';
import type { Hardening } from './hardening/hardening.ts';
import { LABELS, thisOwner } from './owner.ts';
import { removeContainer } from './sweep.ts';

/** Characters of standard error that are kept. */
const LOG_CHARACTERS = 64 * 1024;

export interface StationRequest {
  image: string;
  role: Role;
  hardening: Hardening;
  /** How long the container may live, ms; then it is nobody's and is swept. */
  lifeMs: number;
  signal: AbortSignal;
}

/** Creates a container, attaches to it and starts it. What was made is removed again when anything of that fails. */
export async function startStation(docker: Docker, request: StationRequest, clock: Clock): Promise<Station> {
  const remove = (id: string): Promise<boolean> => removeContainer(docker, id).catch(() => false);
  request.signal.throwIfAborted();
  const container = await dockerCall(
    'create a container',
    docker.createContainer(createOptions(request, clock)),
    {
      late: ({ id }) => void remove(id),
    },
  );
  try {
    request.signal.throwIfAborted();
    const attach = { stream: true, stdin: true, stdout: true, stderr: true, hijack: true };
    const stream = await dockerCall('attach to a container', container.attach(attach));
    const station = new DockerStation(container, stream, () => remove(container.id));
    request.signal.throwIfAborted();
    await dockerCall('start a container', container.start());
    return station;
  } catch (error) {
    await remove(container.id);
    throw error;
  }
}

function createOptions(request: StationRequest, clock: Clock): Docker.ContainerCreateOptions {
  const { image, role, hardening, lifeMs } = request;
  return {
    Image: image,
    ...dockerOptions(hardening),
    OpenStdin: true,
    StdinOnce: true,
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    Tty: false,
    Labels: {
      [LABELS.owner]: thisOwner(),
      [LABELS.role]: role,
      [LABELS.deadline]: String(clock.now() + lifeMs),
    },
  };
}

class DockerStation implements Station {
  readonly ended: Promise<Ending>;
  readonly cpuMs: () => Promise<number | null>;
  readonly #stream: NodeJS.ReadWriteStream & { destroy?: () => void };
  readonly #remove: () => Promise<boolean>;
  /** What arrived before anybody listened: a container may speak before its start is answered. */
  #early: Uint8Array[] = [];
  #listener: ((chunk: Uint8Array) => void) | null = null;
  #log = '';
  #stopping: Promise<boolean> | null = null;

  constructor(
    container: Docker.Container,
    stream: NodeJS.ReadWriteStream & { destroy?: () => void },
    remove: () => Promise<boolean>,
  ) {
    this.#stream = stream;
    this.#remove = remove;
    this.cpuMs = cpuMsOf(container);
    const parts = new Demultiplexer(
      (chunk) => {
        if (this.#listener === null) this.#early.push(chunk);
        else this.#listener(chunk);
      },
      (chunk) => {
        if (this.#log.length < LOG_CHARACTERS) this.#log += Buffer.from(chunk).toString();
      },
    );
    stream.on('data', (chunk: Buffer) => {
      parts.push(chunk);
    });
    this.ended = new Promise<void>((resolve) => {
      stream.on('end', resolve).on('close', resolve);
      // A connection that breaks is the container's end for us.
      stream.on('error', () => {
        resolve();
      });
    }).then(() => this.#ending(container));
  }

  write(bytes: Uint8Array): void {
    if (this.#stopping === null && this.#stream.writable) this.#stream.write(bytes);
  }

  onOutput(listener: (chunk: Uint8Array) => void): void {
    this.#listener = listener;
    for (const chunk of this.#early.splice(0)) listener(chunk);
  }

  log(): string {
    return this.#log.slice(0, LOG_CHARACTERS);
  }

  async stop(): Promise<void> {
    this.#stopping ??= this.#remove();
    await this.#stopping;
    this.#stream.destroy?.();
  }

  async #ending(container: Docker.Container): Promise<Ending> {
    if (this.#stopping !== null) return { code: null, outOfMemory: false };
    try {
      const { State } = await dockerCall('inspect a container', container.inspect());
      return { code: State.Running ? null : State.ExitCode, outOfMemory: State.OOMKilled };
    } catch {
      return { code: null, outOfMemory: false };
    }
  }
}
