import type { Logger } from 'pino';
import type { Retention } from '../domain/course/retention.ts';
import type { Course, Project } from '../domain/course/project.ts';
import { messageOf } from '../domain/errors/message-of.ts';
import { TouchstoneError } from '../domain/errors/touchstone-error.ts';
import { isOnLeave } from '../domain/people/leave.ts';
import type { Roster } from '../domain/people/roster.ts';
import type { Marking } from '../domain/results.ts';
import type { SubmissionFiles } from '../domain/submission.ts';
import type { SubmissionSource } from '../intake/github-reader.ts';
import { formOfRecheck } from '../mastery/forms.ts';
import { nextRecheck } from '../mastery/retention/next-recheck.ts';
import type { BugPlanter } from './bug-planter.ts';
import { chooseBug, type ChooseDeps } from './choose-bug.ts';
import type { MasteredWork, RecheckStore } from './recheck-store.ts';

export interface RetentionDeps {
  course: Pick<Course, 'projects'>;
  retention: Retention;
  store: RecheckStore;
  source: SubmissionSource;
  planter: BugPlanter;
  roster: () => Promise<Roster>;
  mark: (request: {
    project: Project;
    submission: SubmissionFiles;
    form: string | null;
    signal: AbortSignal;
  }) => Promise<Marking>;
  mutationsOf: ChooseDeps['mutationsOf'];
  /** What the learner reads in the pull request. */
  words: (
    project: Project,
    learner: string,
  ) => { title: string; body: string; report: { path: string; text: string } };
  log: Logger;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Each takes some runs in the sandbox, where learners wait for theirs. */
const MOST_A_ROUND = 2;

/** Ends re-checks that are over, finishes what was begun, and offers those that are due. */
export async function goRetentionRound(deps: RetentionDeps, signal: AbortSignal): Promise<void> {
  const now = await deps.store.now();
  const roster = await deps.roster();
  const away = (learner: number): boolean => {
    const standing = roster.get(learner);
    return standing !== undefined && isOnLeave(standing, now);
  };
  await settle(deps, away, now, signal);
  for (const begun of await deps.store.unfinished()) await offer(begun, deps, signal);
  await offerDue(deps, away, now, signal);
}

async function settle(
  { store, planter, retention, log }: RetentionDeps,
  away: (learner: number) => boolean,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  for (const { id, learnerId, pull, offeredAt, isOpen, isMended } of await store.open()) {
    signal.throwIfAborted();
    const isLate = now - offeredAt > retention.openDays * DAY_MS;
    // Nobody runs out of time while they are away.
    if (!isMended && isOpen && (!isLate || away(learnerId))) continue;
    if (isOpen) await planter.close(pull, signal);
    await store.end(id, isMended ? 'kept' : 'missed');
    log.info({ recheck: id, kept: isMended }, 'a re-check is over');
  }
}

async function offerDue(
  deps: RetentionDeps,
  away: (learner: number) => boolean,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  const { store, retention, course } = deps;
  const [first = 0] = retention.afterDays;
  const busy = new Set((await store.open()).map(({ learnerId }) => learnerId));
  let offered = 0;
  for (const work of await store.mastered(now - first * DAY_MS)) {
    signal.throwIfAborted();
    const { learner } = work.submission;
    const project = course.projects.get(work.submission.project);
    // One at a time is fun; two are a burden.
    if (project === undefined || busy.has(learner.id) || away(learner.id)) continue;
    const next = nextRecheck(await factsOf(work, project, deps), retention, now);
    if (next === null) continue;
    if (next.what === 'shown') {
      await store.end(await store.begin(work.submissionId, next.step), 'shown');
      continue;
    }
    if (offered >= MOST_A_ROUND) continue;
    offered += 1;
    busy.add(learner.id);
    await offer({ ...work, step: next.step }, deps, signal);
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

/** One that cannot be made is not tried again and again; where GitHub is away, it is. */
async function offer(
  { submissionId, submission, step }: Pick<MasteredWork, 'submissionId' | 'submission'> & { step: number },
  deps: RetentionDeps,
  signal: AbortSignal,
): Promise<void> {
  const { store, log } = deps;
  const id = await store.begin(submissionId, step);
  try {
    const why = await plant({ id, submission, step }, deps, signal);
    if (why !== null) await store.end(id, 'impossible', why);
    log.info({ recheck: id, impossible: why }, why === null ? 'a re-check was offered' : 'no re-check');
  } catch (error) {
    if (signal.aborted) throw error;
    // What cannot be had any more will not come back. Any other failure is ours, or the school has yet to grant what it takes: the next
    // round goes on with it, and the learner loses nothing.
    if (!isGone(error)) throw error;
    log.warn({ err: error, recheck: id }, 'a re-check could not be made');
    await store.end(id, 'impossible', messageOf(error));
  }
}

function isGone(error: unknown): boolean {
  return error instanceof TouchstoneError && (error.audience === 'learner' || error.code === 'github.gone');
}

/** Resolves to why it cannot be made, or null where it was. */
async function plant(
  { id, submission, step }: Pick<MasteredWork, 'submission'> & { id: number; step: number },
  { course, store, source, planter, mark, mutationsOf, words }: RetentionDeps,
  signal: AbortSignal,
): Promise<string | null> {
  const { pull, headSha, headOwner, headRepo, learner } = submission;
  const project = course.projects.get(submission.project);
  if (project === undefined) return 'no-project';
  // Their fork is theirs alone: Touchstone cannot write there, and the class repository is not theirs.
  if (headOwner !== pull.owner || headRepo !== pull.repo) return 'in-a-fork';
  const form = formOfRecheck(project, learner.id, step);
  const chosen = await chooseBug(
    project,
    await source.fetch(submission, signal),
    String(id),
    { mutationsOf, mark: (files) => mark({ project, submission: files, form, signal }) },
    signal,
  );
  if (chosen === 'not-marked') throw new Error('a re-check could not be marked; it is tried again');
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
