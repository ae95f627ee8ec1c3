import { availableParallelism, totalmem } from 'node:os';
import Docker from 'dockerode';
import type { Logger } from 'pino';
import { connectDocker } from '../adapters/docker/breaker/connect-docker.ts';
import { createDockerSandbox } from '../adapters/docker/docker-sandbox.ts';
import { ensureAnalyst, ensureImages, lookForImages, tagsOf } from '../adapters/docker/images.ts';
import { dockerRoom } from '../adapters/docker/room.ts';
import { sweepContainers } from '../adapters/docker/sweep.ts';
import { systemClock } from '../domain/clock.ts';
import type { Course, Project } from '../domain/course/project.ts';
import { createMarker, type Mark } from '../marking/mark.ts';
import { STYLE_GRADER, STYLE_LIMITS } from '../sandbox/analysis/style.ts';
import { capacityOf, type Capacity } from '../sandbox/pool/capacity.ts';
import { createFunctionalityStage } from '../stages/functionality/functionality.ts';
import { createStyleStage } from '../stages/style/style.ts';
import { ownTestsReader } from '../course/own-tests.ts';
import { solutionOf } from '../course/solution.ts';
import { gradersDir } from './course.ts';
import { mutationsMaker } from './mutations.ts';

const reapEveryMs = 60_000;

export interface OpenMarking {
  mark: Mark;
  /** Runs at once; further ones wait for a place. */
  places: number;
  /** The changes that a tool can make of some files of a project; none where there is none for its language. */
  mutationsOf: ReturnType<typeof mutationsMaker>;
  close(): Promise<void>;
}

/** Marks one submission: nothing is kept ready for another. */
export const oneByOne: Capacity = { places: 1, spares: 0 };

/**
 * How much a worker marks at once, and how many containers it keeps ready: as much as Docker's machine bears, which
 * is taken to be this one while Docker does not answer. `concurrency`: what the operator says instead.
 */
export async function workersCapacity(concurrency: number | null, log: Logger): Promise<Capacity> {
  const room = await dockerRoom(new Docker()).catch((error: unknown) => {
    log.warn({ err: error }, 'Docker does not answer; marking begins when it does');
    return { cpus: availableParallelism(), memoryBytes: totalmem() };
  });
  const { places, spares } = capacityOf(room);
  return { places: concurrency ?? places, spares };
}

/**
 * Opens marking on this machine's Docker; leftovers of processes that died are removed at the start and each minute.
 * `course`: projects that containers are kept ready for from the beginning. `runtime`: the setting `sandboxRuntime`.
 */
export async function openMarking({
  log,
  capacity,
  course,
  runtime,
  confirming = true,
}: {
  log: Logger;
  capacity: Capacity;
  course?: Course;
  runtime: string | null;
  /** Whether a miss is confirmed by a second run before it is said. */
  confirming?: boolean;
}): Promise<OpenMarking> {
  const docker = connectDocker();
  const reap = async () => {
    try {
      const removed = await sweepContainers(docker, systemClock);
      if (removed > 0) log.info({ removed }, 'removed containers that a dead process had left');
    } catch (error) {
      log.warn({ err: error }, 'could not look for containers that were left');
    }
  };
  await reap();
  const reaper = setInterval(() => void reap(), reapEveryMs);
  reaper.unref();
  const sandbox = createDockerSandbox({
    gradersDir,
    docker,
    runtime,
    capacity,
    log: (line) => {
      log.info({ line }, 'an image is built');
    },
  });
  sandbox.keepReady(
    [...(course?.projects.values() ?? [])].flatMap((project) => {
      const { grader, limits } = project.rubric;
      return grader === undefined ? [] : [{ grader, project, limits }];
    }),
    asksForStyle(course) ? [{ grader: STYLE_GRADER, limits: STYLE_LIMITS }] : [],
  );
  const stages = {
    functionality: createFunctionalityStage(sandbox, {
      onTrouble: (reason) => {
        log.warn({ reason }, 'no analysis could say where a submission has its error');
      },
      ...(confirming && { solutionOf }),
      ownTestsOf: ownTestsReader(gradersDir),
    }),
    style: createStyleStage(sandbox),
  };
  return {
    mark: createMarker({ stages, clock: systemClock }),
    places: sandbox.places,
    mutationsOf: mutationsMaker(sandbox),
    close: async () => {
      clearInterval(reaper);
      await sandbox.close();
    },
  };
}

function asksForStyle(course: Course | undefined): boolean {
  const rubrics = [...(course?.projects.values() ?? [])].map(({ rubric }) => rubric);
  return rubrics.some(({ stages }) => stages.some(({ id }) => id === 'style'));
}

/** The course's projects by the grader that they name. */
function byGrader(course: Course): Map<string, Pick<Project, 'slug' | 'dependencies'>[]> {
  const graders = new Map<string, Pick<Project, 'slug' | 'dependencies'>[]>();
  for (const { slug, dependencies, rubric } of course.projects.values()) {
    const { grader } = rubric;
    if (grader !== undefined) graders.set(grader, [...(graders.get(grader) ?? []), { slug, dependencies }]);
  }
  return graders;
}

/** Builds what is missing of the course's sandbox images. Resolves to their tags. */
export async function buildImages(course: Course, log: (line: string) => void): Promise<string[]> {
  const docker = new Docker();
  const tags: string[] = [];
  for (const [grader, projects] of byGrader(course)) {
    tags.push(...tagsOf(await ensureImages({ docker, gradersDir, grader, projects, log })));
  }
  tags.push(await ensureAnalyst({ docker, gradersDir, grader: STYLE_GRADER, log }));
  return tags;
}

/** The tags of the course's sandbox images, and those of them that Docker does not have. */
export async function sandboxImages(course: Course): Promise<{ wanted: string[]; missing: string[] }> {
  const docker = new Docker();
  const looked = await Promise.all(
    [...byGrader(course), [STYLE_GRADER, []] as const].map(([grader, projects]) =>
      lookForImages({ docker, gradersDir, grader, projects }),
    ),
  );
  return {
    wanted: looked.flatMap(({ wanted }) => wanted),
    missing: looked.flatMap(({ missing }) => missing),
  };
}
