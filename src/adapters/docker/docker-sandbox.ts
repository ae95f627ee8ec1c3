import { createHash } from 'node:crypto';
import Docker from 'dockerode';
import { type Clock, systemClock } from '../../domain/clock.ts';
import type { FileMap } from '../../domain/course/file-map.ts';
import { Limits } from '../../domain/course/limits.ts';
import type { Capacity } from '../../sandbox/pool/capacity.ts';
import { createSandbox } from '../../sandbox/create-sandbox.ts';
import type { Launcher, Wanted, WantedForRun } from '../../sandbox/launcher.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { hardeningFor } from './hardening/hardening-for.ts';
import type { Hardening } from './hardening/hardening.ts';
import { ensureAnalyst, ensureImages, pinned, pinnedTag, type GraderImages } from './images.ts';
import { startStation } from './station.ts';

export interface DockerSandboxOptions {
  /** The folder `graders/`. */
  gradersDir: string;
  /** Connects as the environment says (DOCKER_HOST, else the local socket) by default. */
  docker?: Docker;
  clock?: Clock;
  /** The OCI runtime that foreign code runs in, by the name that the engine knows it by; null: the engine's own. */
  runtime?: string | null;
  /** Runs at once, and containers that wait for one; by default one run at once and nothing kept ready. */
  capacity?: Capacity;
  /** Told of images that have to be built first. */
  log?: (line: string) => void;
}

const SMALLEST: Capacity = { places: 1, spares: 0 };
/** What the tools of an analyst may use besides memory. */
const ANALYST_LIMITS = Limits.parse({});

/** The sandbox on Docker: containers from a pool, and images built when they are not there yet. */
export function createDockerSandbox(options: DockerSandboxOptions): Sandbox {
  const { gradersDir, docker = new Docker(), clock = systemClock, log = () => undefined } = options;
  const { runtime = null } = options;
  const images = new Map<string, Promise<GraderImages>>();
  const analysts = new Map<string, Promise<string>>();

  const imagesFor = ({ grader, project }: WantedForRun): Promise<GraderImages> =>
    once(images, `${grader} ${projectKey(project)}`, async () =>
      pinned(docker, await ensureImages({ docker, gradersDir, grader, projects: [project], log })),
    );
  const analystFor = (grader: string): Promise<string> =>
    once(analysts, grader, async () =>
      pinnedTag(docker, await ensureAnalyst({ docker, gradersDir, grader, log })),
    );
  const imageFor = async (wanted: Wanted): Promise<string> =>
    wanted.role === 'analyst' ? analystFor(wanted.grader) : imageOf(wanted, await imagesFor(wanted));

  const launcher: Launcher = {
    kindOf(wanted) {
      const own = wanted.role === 'learner' && wanted.project.dependencies.size > 0;
      const image = own ? projectKey(wanted.project) : '';
      return `${wanted.role} ${wanted.grader} ${image} ${JSON.stringify(hardeningOf(wanted, runtime))}`;
    },
    imageOf: imageFor,
    async launch(wanted, { lifeMs, signal }) {
      const { role } = wanted;
      const image = await imageFor(wanted);
      const hardening = hardeningOf(wanted, runtime);
      try {
        return await startStation(docker, { image, role, hardening, lifeMs, signal }, clock);
      } catch (error) {
        // The image may have been removed meanwhile: the next start looks again.
        images.clear();
        analysts.clear();
        throw error;
      }
    },
    pulse: () => docker.ping(),
  };
  return createSandbox(launcher, options.capacity ?? SMALLEST, clock);
}

function hardeningOf(wanted: Wanted, runtime: string | null): Hardening {
  const limits =
    wanted.role === 'analyst' ? { ...ANALYST_LIMITS, memoryMiB: wanted.limits.memoryMiB } : wanted.limits;
  return hardeningFor(wanted.role, limits, { runtime });
}

function imageOf(wanted: WantedForRun, { runner, learner, learners }: GraderImages): string {
  return wanted.role === 'runner' ? runner : (learners.get(wanted.project.slug) ?? learner);
}

/** What `make` has made for a key; what failed is tried again by the next who asks. */
function once<Value>(
  known: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

/** A project, as far as its image goes. */
function projectKey({ slug, dependencies }: { slug: string; dependencies: FileMap }): string {
  return `${slug} ${contentKey(dependencies)}`;
}

const keys = new WeakMap<FileMap, string>();

/** A short name for the content of some files; worked out once. */
function contentKey(files: FileMap): string {
  const known = keys.get(files);
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for (const [path, bytes] of files) hash.update(`${path}\0${bytes.byteLength}\0`).update(bytes);
  const key = hash.digest('hex');
  keys.set(files, key);
  return key;
}
