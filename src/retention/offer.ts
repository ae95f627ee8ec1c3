import type { Submission } from '../domain/submission.ts';
import { messageOf } from '../domain/errors/message-of.ts';
import { formOfRecheck } from '../mastery/forms.ts';
import { chooseBug } from './choose-bug.ts';
import { inSight } from './in-sight.ts';
import { isGone, notMarked, orPostpone } from './our-failure.ts';
import type { BegunRecheck } from './recheck-store.ts';
import type { RetentionDeps } from './retention-deps.ts';

/** Work that we could not see so often, about three days long, is gone. */
const MOST_TRIES_UNSEEN = 7;

/** Makes a re-check that was begun. One that cannot be made of this work is not tried again; what fails because of us is. */
export async function offer(begun: BegunRecheck, deps: RetentionDeps, signal: AbortSignal): Promise<void> {
  const { store, planter, log } = deps;
  const { id } = begun;
  await orPostpone(id, deps, signal, async () => {
    const why = await plant(begun, deps, signal).catch((error: unknown) => {
      if (signal.aborted || !isGone(error)) throw error;
      return messageOf(error);
    });
    if (why === 'out-of-sight') {
      log.warn({ recheck: id }, 'the work of a re-check is out of our sight, and it waits');
      return store.postpone(id, { outOfSight: true });
    }
    if (why !== null) {
      // Whoever began it, or this very try, may have made a branch.
      await planter.clear({ id, home: begun.submission.pull, open: null }, signal);
      await store.end(id, 'impossible', why);
    }
    log.info({ recheck: id, made: why === null }, why === null ? 'a re-check was offered' : 'no re-check');
  });
}

/** Resolves to why it cannot be made, or null where it was. */
async function plant(
  { id, submission, step, tries }: BegunRecheck,
  deps: RetentionDeps,
  signal: AbortSignal,
): Promise<string | null> {
  const { course, store, source, planter, mark, mutationsOf, words } = deps;
  const { learner, headSha } = submission;
  const project = course.projects.get(submission.project);
  if (project === undefined) return 'no-project';
  const pull = await whereItIs(submission, deps, signal);
  // Whoever has taken us out may let us in again; whatever is gone for good should hold up no other re-check for ever.
  if (pull === 'out-of-sight' && tries >= MOST_TRIES_UNSEEN) return 'gone';
  if (typeof pull === 'string') return pull;
  const form = formOfRecheck(project, learner.id, step);
  const chosen = await chooseBug(
    project,
    await source.fetch({ ...submission, pull, headOwner: pull.owner, headRepo: pull.repo }, signal),
    String(id),
    { mutationsOf, mark: (files) => mark({ project, submission: files, form, signal }) },
    signal,
  );
  if (chosen === 'not-marked') throw notMarked();
  if (typeof chosen === 'string') return chosen;
  const { file, line, before, after, files } = chosen;
  const bytes = files.get(file) ?? new Uint8Array();
  await planter.plant(
    { id, pull, headSha, file: { path: file, bytes }, ...words(project, learner.login) },
    signal,
  );
  await store.offered(id, { file, line, before, after });
  return null;
}

/** Where the work stands today, by whatever name; or why no bug can be brought into it there. */
async function whereItIs(
  { pull, project }: Pick<Submission, 'pull' | 'project'>,
  deps: RetentionDeps,
  signal: AbortSignal,
): Promise<Submission['pull'] | 'out-of-sight' | 'in-a-fork' | 'not-a-place-of-the-project'> {
  const state = await inSight(pull, deps, signal);
  if (state === null) return 'out-of-sight';
  const { owner, repo } = state.pull;
  // Their fork is theirs alone: Touchstone cannot write there, and the class repository is not theirs.
  if (state.headOwner !== owner || state.headRepo !== repo) return 'in-a-fork';
  // Nothing that is pushed there would be looked at.
  return deps.projectOf(state.place) === project ? state.pull : 'not-a-place-of-the-project';
}
