import type { Logger } from 'pino';
import { TouchstoneError } from '../../domain/errors/touchstone-error.ts';
import type { Project } from '../../domain/course/project.ts';
import type { FindingStore } from '../alike/finding-store.ts';
import { readIdioms } from '../idioms/read-idioms.ts';
import { pack, type Packed } from '../reading/process/packed.ts';
import { type LookDeps, lookAt } from './look-at.ts';
import type { Turn, TurnStore } from './turn-store.ts';

/** What is there for as long as a round lasts. */
type Opened = 'reading' | 'comparing' | 'idioms';

export interface RoundDeps extends Omit<LookDeps, Opened | 'findings'> {
  projects: ReadonlyMap<string, Project>;
  turns: TurnStore;
  findings: FindingStore;
  openReading: () => LookDeps['reading'];
  openComparing: () => LookDeps['comparing'];
  /** A text that was never used before. */
  newToken: () => string;
  log: Logger;
}

/** Longer than one submission ever takes. */
const LEASE_MS = 10 * 60_000;
const MOST_A_ROUND = 100;
/** While work of learners waits for being marked, that comes first. */
const MOST_WHILE_BEHIND = 1;

/** Looks at the submissions whose learners were told what came of them: what do they have in common with others? Nothing of it waits for it. */
export async function goSimilarityRound(deps: RoundDeps, signal: AbortSignal): Promise<void> {
  const { turns, projects, log } = deps;
  const compared = [...projects.values()].filter(({ rubric }) => rubric.similarity !== 'off');
  await turns.note(compared.map(({ slug }) => slug));
  await deps.findings.clear(compared.map(({ slug }) => slug));
  let open: { reading: LookDeps['reading']; comparing: LookDeps['comparing'] } | null = null;
  let idioms: Packed | null = null;
  const counts = { looked: 0, found: 0, failed: 0 };
  try {
    while (counts.looked + counts.failed < MOST_A_ROUND && !signal.aborted) {
      if (counts.looked + counts.failed >= MOST_WHILE_BEHIND && (await turns.isMarkingBehind())) break;
      const turn = await turns.take(deps.newToken(), LEASE_MS);
      if (turn === null) break;
      open ??= { reading: deps.openReading(), comparing: deps.openComparing() };
      idioms ??= pack(await readIdioms(open.reading));
      const found = await take(turn, { ...deps, ...open, idioms }, signal);
      counts.found += found ?? 0;
      counts[found === null ? 'failed' : 'looked'] += 1;
    }
  } finally {
    open?.reading.close();
    open?.comparing.close();
  }
  const { looked, found, failed } = counts;
  if (looked + failed > 0) log.info({ looked, found, failed }, 'looked at what submissions have in common');
}

/** Resolves to how much was found; null where it failed. */
async function take(turn: Turn, deps: RoundDeps & LookDeps, signal: AbortSignal): Promise<number | null> {
  const { turns, projects, log } = deps;
  try {
    const project = projects.get(turn.submission.project);
    const found = project === undefined ? 0 : await lookAt(turn, project, deps, signal);
    await turns.done(turn);
    return found;
  } catch (error) {
    if (signal.aborted) {
      await turns.released(turn);
      return null;
    }
    log.warn({ err: error, submission: turn.submissionId }, 'a submission could not be compared');
    // What is up to the learner stays as it is.
    await turns.failed(turn, !(error instanceof TouchstoneError && error.audience === 'learner'));
    return null;
  }
}
