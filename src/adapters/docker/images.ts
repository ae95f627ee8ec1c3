import type Docker from 'dockerode';
import type { FileMap } from '../../domain/course/file-map.ts';
import { sandboxError } from '../../domain/errors/sandbox.ts';
import type { Role } from '../../sandbox/launcher.ts';
import { baseImage, buildImage, imageId } from './build-image.ts';
import { readGrader, type Grader, type ImageDescription, type Reader } from './grader.ts';
import { contentHash, imageContext, type ImageContext } from './image-context.ts';
import { roleBaseContext } from './role-base.ts';

interface AnalystRequest {
  docker: Docker;
  /** The folder `graders/`. */
  gradersDir: string;
  grader: string;
  /** Told of each step, a line at a time. */
  log: (line: string) => void;
  signal?: AbortSignal | undefined;
}

export interface ImagesRequest extends AnalystRequest {
  /** Each project with packages of its own gets a learner's image of its own. */
  projects: readonly { slug: string; dependencies: FileMap }[];
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

/** Goes through the images of a grader that runs tests, and hands those that Docker does not have to `make`. */
async function eachImage(request: ImagesRequest, make: Make): Promise<GraderImages> {
  const { docker } = request;
  const grader = await readGrader(request.gradersDir, request.grader);
  if (!grader.runs) throw sandboxError('sandbox.runs-no-tests', { grader: grader.name });
  const refused = request.projects.find(({ dependencies }) => dependencies.size > 0);
  if (refused !== undefined && grader.dependencies === undefined)
    throw sandboxError('sandbox.no-dependencies', { project: refused.slug, grader: grader.name });

  const runner = await imageOfRole(request, { grader, role: 'runner', image: grader.runner }, make);
  const learner = await imageOfRole(request, { grader, role: 'learner', image: grader.learner }, make);
  const analyst = await analystOf(request, grader, make);
  const ofProject = async (slug: string, dependencies: FileMap): Promise<string> => {
    const context = projectContext(dependencies);
    const from = (await imageId(docker, learner)) ?? learner;
    const image = { name: `${grader.name}-learner-${slug}`, content: contentHash(from, context), context };
    return ensure(docker, { ...image, base: () => Promise.resolve(learner) }, make);
  };
  const learners = new Map<string, string>();
  for (const { slug, dependencies } of request.projects) {
    const tag = dependencies.size === 0 ? learner : await ofProject(slug, dependencies);
    learners.set(slug, tag);
  }
  return { runner, learner, learners, analyst };
}

async function analystOf(
  request: AnalystRequest,
  grader: Grader | Reader,
  make: Make,
): Promise<string | null> {
  const { analyst: image } = grader;
  return image === undefined ? null : imageOfRole(request, { grader, role: 'analyst', image }, make);
}

async function imageOfRole(
  { docker, log }: AnalystRequest,
  { grader, role, image }: { grader: Grader | Reader; role: Role; image: ImageDescription },
  make: Make,
): Promise<string> {
  const base = await baseImage(docker, image.base ?? grader.base, log);
  const own = roleBaseContext(grader.name, role);
  const content = contentHash(base.id, own);
  const context = await imageContext(grader, image);
  const name = `${grader.name}-${role}`;
  const ofRole = { name: `${name}-base`, content, context: own, base: () => Promise.resolve(base.tag) };
  const whole = {
    name,
    content: contentHash(content, context),
    context,
    base: () => ensure(docker, ofRole, make),
  };
  return ensure(docker, whole, make);
}

interface ImageToEnsure {
  name: string;
  content: string;
  context: ImageContext;
  /** The tag of what it is built on; asked for only when it has to be built. */
  base: () => Promise<string>;
}

async function ensure(
  docker: Docker,
  { name, content, context, base }: ImageToEnsure,
  make: Make,
): Promise<string> {
  const tag = `touchstone-${name.replace(/^_/, '')}:${content}`;
  if ((await imageId(docker, tag)) === null) await make({ tag, base: await base(), context });
  return tag;
}

/**
 * Builds the images that are not there yet. A tag is made from the content of what the image is built from, so what
 * has not changed is not built again, and a second call takes as long as looking.
 */
export async function ensureImages(request: ImagesRequest): Promise<GraderImages> {
  return eachImage(request, building(request));
}

/** The same for a grader's analyst alone. Resolves to its tag; throws `sandbox.no-analyst`. */
export async function ensureAnalyst(request: AnalystRequest): Promise<string> {
  const grader = await readGrader(request.gradersDir, request.grader);
  const tag = await analystOf(request, grader, building(request));
  if (tag === null) throw sandboxError('sandbox.no-analyst', { grader: grader.name });
  return tag;
}

function building({ docker, log, signal }: AnalystRequest): Make {
  return ({ tag, base, context }) => buildImage({ docker, tag, base, context, log, signal });
}

/** Tags of a grader's images, and of those that Docker does not have. Builds nothing. */
export async function lookForImages(
  request: Omit<ImagesRequest, 'log' | 'signal'>,
): Promise<{ wanted: string[]; missing: string[] }> {
  const missing: string[] = [];
  const note: Make = ({ tag }) => {
    missing.push(tag);
    return Promise.resolve();
  };
  const quietly = { ...request, log: () => undefined };
  const grader = await readGrader(request.gradersDir, request.grader);
  const wanted = grader.runs
    ? [...tagsOf(await eachImage(quietly, note))]
    : [await analystOf(quietly, grader, note)].filter((tag) => tag !== null);
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
  for (const tag of tagsOf(images)) ids.set(tag, await pinnedTag(docker, tag));
  const idOf = (tag: string): string => ids.get(tag) ?? tag;
  return {
    runner: idOf(images.runner),
    learner: idOf(images.learner),
    learners: new Map([...images.learners].map(([slug, tag]) => [slug, idOf(tag)])),
    analyst: images.analyst === null ? null : idOf(images.analyst),
  };
}

/** The same of one image. */
export async function pinnedTag(docker: Docker, tag: string): Promise<string> {
  return (await imageId(docker, tag)) ?? tag;
}

/** A project's packages on top of the learner's image; a submission in `/submission` finds them from there. */
function projectContext(dependencies: FileMap): ImageContext {
  const dockerfile = 'ARG BASE\nFROM ${BASE}\nCOPY node_modules /node_modules\n';
  return { files: new Map([['Dockerfile', new TextEncoder().encode(dockerfile)]]), packages: dependencies };
}
