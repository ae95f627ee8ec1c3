import type { Project } from '../domain/course/project.ts';
import type { Progress } from '../domain/progress.ts';
import type { Opened, OpeningStore } from './opening-store.ts';
import type { RepositoryMaker } from './repository-maker.ts';

/** What became of one repository. */
export type Released = Pick<Opened, 'owner' | 'repo'> &
  (
    | { what: 'offered'; number: number }
    /** It has this starter, or was offered it before. */
    | { what: 'up-to-date' }
    | { what: 'mastered' }
    /** Its starter is not ours: it cannot be told what changed. */
    | { what: 'other-starter' }
    | { what: 'failed'; error: unknown }
  );

export interface ReleaseDeps {
  openings: Pick<OpeningStore, 'ofProject' | 'released'>;
  maker: Pick<RepositoryMaker, 'bring'>;
  progress: (learner: number) => Promise<Progress>;
}

/**
 * Offers a project's starter, as it is now, to every learner who is still at work on it: a pull request with one commit on top of the starter
 * that they got. Git then merges what changed with what the learner has made of it, and shows them where both changed the same.
 * Doing it again offers nothing twice; one that fails holds up no other.
 */
export async function releaseStarter(
  project: Pick<Project, 'slug' | 'starter' | 'rubric'>,
  deps: ReleaseDeps,
  signal: AbortSignal,
): Promise<Released[]> {
  const released: Released[] = [];
  for (const opened of await deps.openings.ofProject(project.slug)) {
    signal.throwIfAborted();
    const { owner, repo } = opened;
    const became = await releaseOne(opened, project, deps, signal).catch((error: unknown): Became => {
      signal.throwIfAborted();
      return { what: 'failed', error };
    });
    released.push({ owner, repo, ...became });
  }
  return released;
}

type Became = Released extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'owner' | 'repo'>
    : never
  : never;

async function releaseOne(
  opened: Opened,
  { slug, starter, rubric }: Pick<Project, 'slug' | 'starter' | 'rubric'>,
  { openings, maker, progress }: ReleaseDeps,
  signal: AbortSignal,
): Promise<Became> {
  const { id, starterSha } = opened;
  const attempts = await progress(opened.learner);
  if (attempts.some(({ project, decision }) => project === slug && decision === 'mastered'))
    return { what: 'mastered' };
  if (starterSha === null) return { what: 'other-starter' };
  const title = `The starter of "${rubric.title}" was mended`;
  const brought = await maker.bring(
    opened,
    { base: starterSha, files: starter, message: title, title, words: WORDS },
    signal,
  );
  if (brought === null) return { what: 'up-to-date' };
  await openings.released(id, brought.commit);
  return brought.number === null ? { what: 'up-to-date' } : { what: 'offered', number: brought.number };
}

const WORDS = [
  'The school has mended the starter that this repository began with. This pull request brings in what changed, and nothing else.',
  '**It is no work to hand in**, and is not marked. Look at what changed, and merge it; then merge `main` into the branch that you work on.',
  'Where you have changed the same lines, GitHub says that there is a conflict. Then what is in your files is yours to decide: merge this branch into your own, and choose what to keep.',
].join('\n\n');
