import Docker from 'dockerode';
import { type Clock, systemClock } from '../../domain/clock.ts';
import { createSandbox } from '../../sandbox/create-sandbox.ts';
import type { Launcher, LaunchRequest } from '../../sandbox/launcher.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { hardeningFor } from './hardening.ts';
import { ensureImages, type GraderImages } from './images.ts';
import { startStation } from './station.ts';

/** What a container may live beyond the time of its run, ms: starting, the runner's last words. */
const LIFE_MARGIN_MS = 2 * 60_000;

export interface DockerSandboxOptions {
  /** The folder `graders/`. */
  gradersDir: string;
  /** Connects as the environment says (DOCKER_HOST, else the local socket) by default. */
  docker?: Docker;
  clock?: Clock;
  /** Told of images that have to be built first. */
  log?: (line: string) => void;
}

/** The sandbox on Docker: containers are started for each run, and images built when they are not there yet. */
export function createDockerSandbox(options: DockerSandboxOptions): Sandbox {
  const { gradersDir, docker = new Docker(), clock = systemClock, log = () => undefined } = options;
  const images = new Map<string, Promise<GraderImages>>();

  const imagesFor = ({ grader, project }: LaunchRequest): Promise<GraderImages> => {
    const key = `${grader}\0${project.slug}\0${[...project.dependencies].map(([path, bytes]) => path + Buffer.from(bytes).toString()).join('\0')}`;
    const known = images.get(key);
    if (known !== undefined) return known;
    const made = ensureImages({ docker, gradersDir, grader, projects: [project], log });
    images.set(key, made);
    // What failed is tried again by the next run.
    made.catch(() => images.delete(key));
    return made;
  };

  const launcher: Launcher = {
    async launch(role, request) {
      const { runner, learner, learners } = await imagesFor(request);
      const image = role === 'runner' ? runner : (learners.get(request.project.slug) ?? learner);
      const hardening = hardeningFor(role, request.limits);
      const lifeMs = request.limits.totalSeconds * 1000 + LIFE_MARGIN_MS;
      try {
        return await startStation(docker, { image, role, hardening, lifeMs, signal: request.signal }, clock);
      } catch (error) {
        // The image may have been removed meanwhile: the next run looks again.
        images.clear();
        throw error;
      }
    },
    pulse: () => docker.ping(),
  };
  return createSandbox(launcher, clock);
}
