import { createHash } from 'node:crypto';
import Docker from 'dockerode';
import { type Clock, systemClock } from '../../domain/clock.ts';
import type { FileMap } from '../../domain/course.ts';
import type { Capacity } from '../../sandbox/capacity.ts';
import { createSandbox } from '../../sandbox/create-sandbox.ts';
import type { Launcher, Wanted } from '../../sandbox/launcher.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { hardeningFor } from './hardening/hardening-for.ts';
import { ensureImages, type GraderImages } from './images.ts';
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

/** The sandbox on Docker: containers from a pool, and images built when they are not there yet. */
export function createDockerSandbox(options: DockerSandboxOptions): Sandbox {
  const { gradersDir, docker = new Docker(), clock = systemClock, log = () => undefined } = options;
  const { runtime = null } = options;
  const images = new Map<string, Promise<GraderImages>>();

  const imagesFor = ({ grader, project }: Wanted): Promise<GraderImages> => {
    const key = `${grader} ${project.slug} ${contentKey(project.dependencies)}`;
    const known = images.get(key);
    if (known !== undefined) return known;
    const made = ensureImages({ docker, gradersDir, grader, projects: [project], log });
    images.set(key, made);
    // What failed is tried again by the next run.
    made.catch(() => images.delete(key));
    return made;
  };

  const launcher: Launcher = {
    kindOf({ role, grader, project, limits }) {
      const image =
        role === 'runner' || project.dependencies.size === 0
          ? ''
          : `${project.slug} ${contentKey(project.dependencies)}`;
      return `${role} ${grader} ${image} ${JSON.stringify(hardeningFor(role, limits, { runtime }))}`;
    },
    async launch(wanted, { lifeMs, signal }) {
      const { role, project, limits } = wanted;
      const { runner, learner, learners } = await imagesFor(wanted);
      const image = role === 'runner' ? runner : (learners.get(project.slug) ?? learner);
      const hardening = hardeningFor(role, limits, { runtime });
      try {
        return await startStation(docker, { image, role, hardening, lifeMs, signal }, clock);
      } catch (error) {
        // The image may have been removed meanwhile: the next start looks again.
        images.clear();
        throw error;
      }
    },
    pulse: () => docker.ping(),
  };
  return createSandbox(launcher, options.capacity ?? SMALLEST, clock);
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
