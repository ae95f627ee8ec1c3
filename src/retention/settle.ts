import { formOfRecheck } from '../mastery/forms.ts';
import { isMet } from './choose-bug.ts';
import { inSight } from './in-sight.ts';
import { hasGone, isGone, notMarked, orPostpone } from './our-failure.ts';
import type { OpenRecheck } from './recheck-store.ts';
import type { RetentionDeps } from './retention-deps.ts';
import { ABSENT_DAYS, type Turns } from './whose-turn.ts';

type End = 'kept' | 'missed' | 'void';

/** Ends the re-checks that are over. One that cannot be ended now holds up no other. */
export async function settle(deps: RetentionDeps, turns: Turns, signal: AbortSignal): Promise<void> {
  const { store, planter, log } = deps;
  await clearLeftOver(deps, signal);
  for (const recheck of await store.open()) {
    signal.throwIfAborted();
    const { id, home, pull, isOpen } = recheck;
    await orPostpone(id, deps, signal, async () => {
      const end = await endOf(recheck, deps, turns, signal);
      if (end === null) return;
      if (end === 'wait') {
        log.warn({ recheck: id, repository: home.repositoryId }, 'a re-check is out of our sight, and waits');
        await store.postpone(id, { outOfSight: true });
        return;
      }
      // Of what comes to nothing we may not know whether it is open: of a project that the course has dropped it is not followed.
      const open = pull !== null && (isOpen || end === 'void') ? pull.number : null;
      await planter.clear({ id, home: pull ?? home, open }, signal);
      await store.end(id, end);
      log.info({ recheck: id, end }, 'a re-check is over');
    });
  }
}

/** Clears away what could not be when it came to nothing, as it was out of our sight, and is back. */
async function clearLeftOver(deps: RetentionDeps, signal: AbortSignal): Promise<void> {
  const { store, planter } = deps;
  for (const { id, pull } of await store.leftOver()) {
    signal.throwIfAborted();
    await orPostpone(id, deps, signal, async () => {
      await planter.clear({ id, home: pull, open: pull.number }, signal);
      await store.cleared(id);
    });
  }
}

/** What one has come to; null where it goes on. */
async function endOf(
  recheck: OpenRecheck,
  deps: RetentionDeps,
  turns: Turns,
  signal: AbortSignal,
): Promise<End | 'wait' | null> {
  const { learner, offeredAt, isOpen, isMended, isMarking, pull } = recheck;
  if (isMended) return 'kept';
  // Nobody can tell any more whether it is mended.
  if (!deps.course.projects.has(recheck.project)) return 'void';
  // What was pushed in time was in time, however long it takes us.
  if (isMarking) return null;
  const { openDays } = deps.retention;
  const days = turns.daysHadSince(learner.id, offeredAt);
  // Who has left was not asked; and who is missed by the roster for a day or two has not left.
  if (!turns.isLearner(learner.id)) return days >= openDays + ABSENT_DAYS ? 'void' : null;
  const goesOn = days < openDays || turns.isAway(learner.id);
  // Where we never saw the pull request, neither has anybody else.
  if (pull === null) return goesOn ? null : 'void';
  if (isOpen && goesOn) return null;
  const state = await inSight(pull, deps, signal);
  if (state === null) return goesOn ? 'wait' : 'void';
  // It was closed only by our records: it was out of our sight for a while.
  if (state.open && goesOn) return null;
  const { headSha } = state;
  const isHeadTold = recheck.isHeadTold && headSha === recheck.headSha;
  const end = isHeadTold ? 'missed' : await endOfHead({ ...recheck, pull, headSha }, deps, signal);
  return end === 'missed' && recheck.wasOutOfSight ? 'void' : end;
}

/** A pull request that is merged or closed right after the push is never marked, as there is nobody to tell: here it is. */
async function endOfHead(
  {
    pull,
    learner,
    project: slug,
    step,
    headSha,
  }: OpenRecheck & { pull: NonNullable<OpenRecheck['pull']>; headSha: string },
  { course, source, mark }: RetentionDeps,
  signal: AbortSignal,
): Promise<End> {
  const project = course.projects.get(slug);
  if (project === undefined) return 'void';
  const at = { headSha, headOwner: pull.owner, headRepo: pull.repo };
  try {
    const submission = await source.fetch({ pull, learner, project: slug, draft: false, ...at }, signal);
    const form = formOfRecheck(project, learner.id, step);
    const marking = await mark({ project, submission, form, signal });
    if (marking.decision === null) throw notMarked();
    return isMet(marking) ? 'kept' : 'missed';
  } catch (error) {
    if (signal.aborted || !isGone(error)) throw error;
    // What we could not see is no miss; what cannot be handed in like this is.
    return hasGone(error) ? 'void' : 'missed';
  }
}
