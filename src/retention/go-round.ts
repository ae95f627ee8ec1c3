import type { Project } from '../domain/course/project.ts';
import { lookedAtFor, nextRecheck, stepDue } from '../mastery/retention/next-recheck.ts';
import { offer } from './offer.ts';
import { orPostpone } from './our-failure.ts';
import type { BegunRecheck, MasteredWork } from './recheck-store.ts';
import type { RetentionDeps } from './retention-deps.ts';
import { settle } from './settle.ts';
import { ABSENT_DAYS, type Turns, turnsAt } from './whose-turn.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Each takes some runs in the sandbox, where learners wait for theirs. */
const MOST_A_ROUND = 2;

/** Ends re-checks that are over, finishes what was begun, and offers those that are due. */
export async function goRetentionRound(deps: RetentionDeps, signal: AbortSignal): Promise<void> {
  const now = await deps.store.now();
  const turns = turnsAt(now, await deps.roster(), deps.holidays);
  await settle(deps, turns, signal);
  const made = await goOn(deps, turns, signal);
  await offerDue(deps, turns, { now, most: MOST_A_ROUND - made }, signal);
}

/** Finishes what was begun, since whoever began it died or something failed; resolves to how many it has worked on. */
async function goOn(deps: RetentionDeps, turns: Turns, signal: AbortSignal): Promise<number> {
  const begun = await deps.store.unfinished();
  for (const each of begun) if (isVoid(each, deps, turns)) await giveUp(each, deps, signal);
  const doable = begun.filter(({ submission }) => isDoable(submission, deps, turns)).slice(0, MOST_A_ROUND);
  for (const each of doable) {
    signal.throwIfAborted();
    await offer(each, deps, signal);
  }
  return doable.length;
}

/** Whether one that was begun comes to nothing. Who is no learner by the roster may be missed by it for a day or two. */
function isVoid(
  { submission: { learner, project }, begunAt }: BegunRecheck,
  { course }: Pick<RetentionDeps, 'course'>,
  turns: Turns,
): boolean {
  if (!course.projects.has(project)) return true;
  return !turns.isLearner(learner.id) && turns.daysHadSince(learner.id, begunAt) >= ABSENT_DAYS;
}

/** Whoever began it may have made a branch. */
async function giveUp(
  { id, submission: { pull } }: BegunRecheck,
  deps: RetentionDeps,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  await orPostpone(id, deps, signal, async () => {
    await deps.planter.clear({ id, home: pull, open: null }, signal);
    await deps.store.end(id, 'void');
  });
}

function isDoable(
  { learner, project }: MasteredWork['submission'],
  { course }: Pick<RetentionDeps, 'course'>,
  turns: Turns,
): boolean {
  return turns.isLearner(learner.id) && course.projects.has(project);
}

async function offerDue(
  deps: RetentionDeps,
  turns: Turns,
  { now, most }: { now: number; most: number },
  signal: AbortSignal,
): Promise<void> {
  const { store, retention, course } = deps;
  const [first = 0] = retention.afterDays;
  const busy = new Set(await store.busy());
  let offered = 0;
  const masteries = { from: now - lookedAtFor(retention), to: now - first * DAY_MS };
  for (const work of await store.mastered(masteries)) {
    signal.throwIfAborted();
    const { learner } = work.submission;
    const project = course.projects.get(work.submission.project);
    // One at a time is fun; two are a burden.
    if (project === undefined || busy.has(learner.id)) continue;
    if (!turns.isLearner(learner.id) || turns.isAway(learner.id)) continue;
    // What else they have shown is looked up only where it matters: there are many masteries, and few are due.
    if (stepDue(work, retention, now) === null) continue;
    const next = nextRecheck(await factsOf(work, project, deps), retention, now);
    if (next === null) continue;
    if (next.what === 'shown') {
      await store.end(await store.begin(work.submissionId, next.step), 'shown');
      continue;
    }
    if (offered >= most) continue;
    offered += 1;
    busy.add(learner.id);
    const id = await store.begin(work.submissionId, next.step);
    await offer({ ...work, id, step: next.step, begunAt: now, tries: 0 }, deps, signal);
  }
}

async function factsOf(work: MasteredWork, project: Project, { store, course }: RetentionDeps) {
  const { masteredAt, past, submission } = work;
  const shown = await store.shownSince(submission.learner.id, submission.project, masteredAt);
  return {
    masteredAt,
    past,
    skills: skillsOf(project, () => true),
    showings: shown.map(({ at, project: slug, criteria }) => {
      const other = course.projects.get(slug);
      return { at, skills: other === undefined ? [] : skillsOf(other, (id) => criteria.includes(id)) };
    }),
  };
}

function skillsOf({ rubric }: Project, isShown: (criterion: string) => boolean): string[] {
  const criteria = rubric.stages.flatMap((stage) => stage.criteria);
  return [...new Set(criteria.filter(({ id }) => isShown(id)).flatMap(({ skills }) => skills))];
}
