import { formOfRecheck } from '../mastery/forms.ts';
import { isMet } from './choose-bug.ts';
import { isGone, notMarked, orPostpone } from './our-failure.ts';
import type { OpenRecheck } from './recheck-store.ts';
import type { RetentionDeps } from './retention-deps.ts';
import type { Turns } from './whose-turn.ts';

type End = 'kept' | 'missed' | 'void';

/** Ends the re-checks that are over. One that cannot be ended now holds up no other. */
export async function settle(deps: RetentionDeps, turns: Turns, signal: AbortSignal): Promise<void> {
  const { store, planter, log } = deps;
  for (const recheck of await store.open()) {
    signal.throwIfAborted();
    await orPostpone(recheck.id, deps, signal, async () => {
      const end = await endOf(recheck, deps, turns, signal);
      if (end === null) return;
      const { id, pull } = recheck;
      // Of a project that the course has no more we do not follow whether its pull requests are open.
      const isOpen = recheck.isOpen || end === 'void';
      if (pull !== null) await planter.clear({ id, pull, isOpen }, signal);
      await store.end(id, end);
      log.info({ recheck: id, end }, 'a re-check is over');
    });
  }
}

/** What one has come to; null where it goes on. */
async function endOf(
  recheck: OpenRecheck,
  deps: RetentionDeps,
  turns: Turns,
  signal: AbortSignal,
): Promise<End | null> {
  const { learner, offeredAt, isOpen, isMended, isMarking } = recheck;
  if (isMended) return 'kept';
  // Nobody can tell any more whether it is mended.
  if (!deps.course.projects.has(recheck.project)) return 'void';
  // What was pushed in time was in time, however long it takes us.
  if (isMarking) return null;
  const isLate = turns.daysHadSince(learner.id, offeredAt) >= deps.retention.openDays;
  if ((isOpen || recheck.pull === null) && (!isLate || turns.isAway(learner.id))) return null;
  if (await isMendedUnseen(recheck, deps, signal)) return 'kept';
  // Who has left was not asked; and where we never saw the pull request, neither has anybody else.
  return turns.isLearner(learner.id) && recheck.pull !== null ? 'missed' : 'void';
}

/** A pull request that is merged or closed right after the push is never marked, as there is nobody to tell: here it is. */
async function isMendedUnseen(
  { pull, learner, project: slug, step, headSha, isHeadTold }: OpenRecheck,
  { course, source, mark }: RetentionDeps,
  signal: AbortSignal,
): Promise<boolean> {
  const project = course.projects.get(slug);
  if (project === undefined || pull === null || headSha === null || isHeadTold) return false;
  const at = { headSha, headOwner: pull.owner, headRepo: pull.repo };
  try {
    const submission = await source.fetch({ pull, learner, project: slug, draft: false, ...at }, signal);
    const form = formOfRecheck(project, learner.id, step);
    const marking = await mark({ project, submission, form, signal });
    if (marking.decision === null) throw notMarked();
    return isMet(marking);
  } catch (error) {
    if (signal.aborted || !isGone(error)) throw error;
    return false;
  }
}
