import type Docker from 'dockerode';
import type { FileMap } from '../../domain/course/file-map.ts';
import { sandboxError } from '../../domain/errors/sandbox.ts';
import type { Role } from '../../sandbox/launcher.ts';
import { baseImage, buildImage, imageId } from './build-image.ts';
import { readGrader, type ImageDescription } from './grader.ts';
import { contentHash, imageContext, type ImageContext } from './image-context.ts';
import { roleBaseContext } from './role-base.ts';

export interface ImagesRequest {
  docker: Docker;
  /** The folder `graders/`. */
  gradersDir: string;
  grader: string;
  /** Each project with packages of its own gets a learner's image of its own. */
  projects: readonly { slug: string; dependencies: FileMap }[];
  /** Told of each step, a line at a time. */
  log: (line: string) => void;
  signal?: AbortSignal | undefined;
}

/** Tags of the images of a grader. */
export interface GraderImages {
  runner: string;
  /** Of projects without packages of their own. */
  learner: string;
  /** By the slug of the project. */
  learners: ReadonlyMap<string, string>;
  /** Null where the grader has none. */
  analyst: string | null;
}

/** What becomes of an image that is not there. */
type Make = (image: { tag: string; base: string; context: ImageContext }) => Promise<void>;

/** Goes through the images of a grader, and hands those that Docker does not have to `make`. */
async function eachImage(request: ImagesRequest, make: Make): Promise<GraderImages> {
  const { docker, log } = request;
  const grader = await readGrader(request.gradersDir, request.grader);
  const refused = request.projects.find(({ dependencies }) => dependencies.size > 0);
  if (refused !== undefined && grader.dependencies === undefined)
    throw sandboxError('sandbox.no-dependencies', { project: refused.slug, grader: grader.name });

  const ensure = async (
    name: string,
    content: string,
    context: ImageContext,
    base: () => Promise<string>,
  ): Promise<string> => {
    const tag = `touchstone-${name.replace(/^_/, '')}:${content}`;
    if ((await imageId(docker, tag)) === null) await make({ tag, base: await base(), context });
    return tag;
  };

  const ofRole = async (role: Role, image: ImageDescription): Promise<string> => {
    const base = await baseImage(docker, image.base ?? grader.base, log);
    const own = roleBaseContext(grader.name, role);
    const content = contentHash(base.id, own);
    const context = await imageContext(grader, image);
    return ensure(`${grader.name}-${role}`, contentHash(content, context), context, () =>
      ensure(`${grader.name}-${role}-base`, content, own, () => Promise.resolve(base.tag)),
    );
  };
  const runner = await ofRole('runner', grader.runner);
  const learner = await ofRole('learner', grader.learner);
  const analyst = grader.analyst === undefined ? null : await ofRole('analyst', grader.analyst);
  const ofProject = async (slug: string, dependencies: FileMap): Promise<string> => {
    const context = projectContext(dependencies);
    const from = (await imageId(docker, learner)) ?? learner;
    return ensure(`${grader.name}-learner-${slug}`, contentHash(from, context), context, () =>
      Promise.resolve(learner),
    );
  };
  const learners = new Map<string, string>();
  for (const { slug, dependencies } of request.projects) {
    const tag = dependencies.size === 0 ? learner : await ofProject(slug, dependencies);
    learners.set(slug, tag);
  }
  return { runner, learner, learners, analyst };
}

/**
 * Builds the images that are not there yet. A tag is made from the content of what the image is built from, so what
 * has not changed is not built again, and a second call takes as long as looking.
 */
export async function ensureImages(request: ImagesRequest): Promise<GraderImages> {
  const { docker, log, signal } = request;
  return eachImage(request, ({ tag, base, context }) =>
    buildImage({ docker, tag, base, context, log, signal }),
  );
}

/** Tags of a grader's images, and of those that Docker does not have. Builds nothing. */
export async function lookForImages(
  request: Omit<ImagesRequest, 'log' | 'signal'>,
): Promise<{ wanted: string[]; missing: string[] }> {
  const missing: string[] = [];
  const images = await eachImage({ ...request, log: () => undefined }, ({ tag }) => {
    missing.push(tag);
    return Promise.resolve();
  });
  const wanted = [...tagsOf(images)];
  // What an image is built on is missing with it, and no image of its own.
  return { wanted, missing: wanted.filter((tag) => missing.includes(tag)) };
}

/** Every tag once: projects without packages of their own share the learner's image. */
export function tagsOf({ runner, learner, learners, analyst }: GraderImages): Set<string> {
  return new Set([runner, learner, ...learners.values(), ...(analyst === null ? [] : [analyst])]);
}

/**
 * The same images by their ids, which are hashes of their content: containers are made from exactly what was looked at,
 * wherever a tag may point to meanwhile.
 */
export async function pinned(docker: Docker, images: GraderImages): Promise<GraderImages> {
  const ids = new Map<string, string>();
  for (const tag of tagsOf(images)) ids.set(tag, (await imageId(docker, tag)) ?? tag);
  const idOf = (tag: string): string => ids.get(tag) ?? tag;
  return {
    runner: idOf(images.runner),
    learner: idOf(images.learner),
    learners: new Map([...images.learners].map(([slug, tag]) => [slug, idOf(tag)])),
    analyst: images.analyst === null ? null : idOf(images.analyst),
  };
}

/** A project's packages on top of the learner's image; a submission in `/submission` finds them from there. */
function projectContext(dependencies: FileMap): ImageContext {
  const dockerfile = 'ARG BASE\nFROM ${BASE}\nCOPY node_modules /node_modules\n';
  return { files: new Map([['Dockerfile', new TextEncoder().encode(dockerfile)]]), packages: dependencies };
}
