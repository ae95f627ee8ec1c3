import type { Project } from '../../domain/course/project.ts';
import type { Submission, SubmissionFiles } from '../../domain/submission.ts';
import type { Finding, FindingKind, Member } from '../alike/finding.ts';
import type { FindingStore } from '../alike/finding-store.ts';
import { joinFindings } from '../alike/join-findings.ts';
import type { ComparingProcess } from '../comparing/comparing-process.ts';
import type { Shared } from '../comparing/messages.ts';
import type { KnownWork, WorkStore } from '../index/work-store.ts';
import { pack, type Packed } from '../reading/process/packed.ts';
import type { ReadingProcess } from '../reading/process/reading-process.ts';
import { chooseWorks } from './choose-works.ts';
import { comparedFiles, unpackFiles } from './kept-files.ts';
import type { Turn } from './turn-store.ts';

/** What it takes to look at a submission. */
export interface LookDeps {
  works: WorkStore;
  findings: Pick<FindingStore, 'about' | 'keep'>;
  /** Reads a submission's files from GitHub, where they were not kept. */
  fetch: (submission: Submission, signal: AbortSignal) => Promise<SubmissionFiles>;
  /** The id of a learner's cohort; null where they are in none. */
  cohortOf: (learnerId: number) => Promise<string | null>;
  reading: ReadingProcess;
  comparing: ComparingProcess;
  /** What many write in the same way without having it from each other. */
  idioms: Packed;
}

/** Puts a submission into the index and keeps what it has in common with others. Resolves to how many findings that were. */
export async function lookAt(
  turn: Turn,
  project: Project,
  deps: LookDeps,
  signal: AbortSignal,
): Promise<number> {
  const { submission, submissionId, handedInAt: at } = turn;
  const { similarity: policy = {} } = project.rubric;
  const { id: learnerId } = submission.learner;
  const { slug } = project;
  if (policy === 'off') return 0;
  const before = await deps.works.of(slug, learnerId);
  // A newer one was looked at in the meantime.
  if (before !== null && before.handedInAt > at) return 0;
  const files =
    turn.files === null ? (await deps.fetch(submission, signal)).files : await unpackFiles(turn.files);
  const read = async (given: typeof files): Promise<Packed> =>
    pack((await deps.reading.read(comparedFiles(given), null)).files);
  const starter = await read(project.starter);
  const packed = await read(files);
  signal.throwIfAborted();
  // Its files cannot be read, or there are none.
  if (packed.files.length === 0) return 0;
  const { sketch, reading } = await deps.comparing.index({
    files: packed,
    starter,
    before: before?.reading ?? null,
    at,
  });
  const cohort = await deps.cohortOf(learnerId);
  await deps.works.add({ submissionId, project: slug, learnerId, cohort, handedInAt: at, reading, sketch });
  const chosen = await chooseWorks(deps.works, { project: slug, learnerId, sketch });
  if (chosen === null || chosen.works.length < 2) return 0;
  signal.throwIfAborted();
  const readingsOf = (works: readonly KnownWork[]) => works.map((work) => work.reading);
  const compared = await deps.comparing.compare({
    works: chosen.works.map(({ id, reading: stored }) => ({ id: String(id), reading: stored })),
    history: readingsOf(chosen.history),
    background: readingsOf(chosen.background),
    starter,
    idioms: deps.idioms,
  });
  const byId = new Map(chosen.works.map((work) => [String(work.id), work]));
  const own = String(chosen.works[0]?.id);
  const thresholds = { pair: policy.pairs ?? compared.cut, group: policy.groups ?? 0 };
  const as = (kind: FindingKind, shared: readonly Shared[]): Finding[] =>
    shared.map((each) => ({
      kind,
      project: slug,
      score: each.score,
      threshold: thresholds[kind],
      marks: each.marks,
      members: membersOf(each, byId),
    }));
  const found = [
    ...as(
      'pair',
      compared.pairs.filter(({ members }) => members.some(({ id }) => id === own)).slice(0, MOST_PAIRS),
    ),
    ...as(
      'group',
      compared.groups.filter(({ score }) => score >= (policy.groups ?? 0)),
    ),
  ].filter(({ members }) => members.length >= 2);
  const ids = [...new Set(found.flatMap(({ members }) => members.map((member) => member.learnerId)))];
  const joined = joinFindings(found, await deps.findings.about(slug, ids));
  for (const { finding, id } of joined) await deps.findings.keep(finding, id);
  return joined.length;
}

/** Of one work; those that are most alike. */
const MOST_PAIRS = 8;

function membersOf({ members }: Shared, works: ReadonlyMap<string, KnownWork>): Member[] {
  return members.flatMap(({ id, places, since }) => {
    const work = works.get(id);
    if (work === undefined) return [];
    const { learnerId, submissionId, handedInAt } = work;
    return [{ learnerId, submissionId, places: places.slice(0, MOST_PLACES), since: since ?? handedInAt }];
  });
}

/** Of one member; nobody looks at more. */
const MOST_PLACES = 20;
