import { isActive } from '../domain/run.ts';
import type { RunCause, RunKind, RunOutcome, RunPhase } from '../domain/run.ts';

/** What planning needs to know of a run that there was. */
export interface KnownRun {
  id: number;
  headSha: string;
  kind: RunKind;
  phase: RunPhase;
  outcome: RunOutcome | null;
  /** Its decision was mastery. */
  mastered: boolean;
  /** Milliseconds since 1970; null while active. */
  endedAt: number | null;
  deliveryId: string | null;
  /** Where it was refused because of the pull request's form: which one that was. */
  form: string | null;
}

/** A pull request as it is now, and the runs that it has had. */
export interface RunsSituation {
  open: boolean;
  draft: boolean;
  headSha: string;
  /** Its form, as `formId` names it. */
  form: string;
  /** Newest first. */
  runs: readonly KnownRun[];
  cause: RunCause;
  deliveryId: string | null;
  now: number;
}

/** What has to change. `republish` names a run whose outcome is said again without marking again. */
export interface RunPlan {
  supersede: number[];
  start: { kind: RunKind; republish: number | null } | null;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * When the sweep may begin again after a commit's marking was given up: a quarter of an hour, half an hour, an hour ...
 * at most a day. What was wrong with us may have been mended, and nobody should have to ask.
 */
function restAfter(givenUp: number): number {
  return Math.min(15 * minute * 2 ** (givenUp - 1), day);
}

/**
 * An assessed attempt settles its commit for good; practice settles it as long as it is practice, and a pull request in a wrong form as long as
 * that is its form.
 */
const settles = (run: KnownRun, wanted: RunKind, form: string) =>
  (run.form === null || run.form === form) &&
  (run.outcome === 'marked' || run.outcome === 'refused') &&
  (run.phase === 'finished' || run.phase === 'recorded' || run.phase === 'given-up') &&
  (run.kind === 'attempt' || run.kind === wanted);

function rested(failures: readonly KnownRun[], { cause, now }: RunsSituation): boolean {
  if (failures.length === 0 || cause === 'rerun') return true;
  if (cause !== 'sweep') return false;
  const last = Math.max(...failures.map((run) => run.endedAt ?? now));
  return now - last >= restAfter(failures.length);
}

function planStart(situation: RunsSituation, wanted: RunKind): RunPlan['start'] {
  const { runs, headSha, cause, deliveryId, form } = situation;
  const ofHead = runs.filter((run) => run.headSha === headSha);
  const settled = ofHead.find((run) => settles(run, wanted, form));
  const asked = cause === 'rerun' && !runs.some((run) => run.deliveryId === deliveryId);
  if (asked) {
    // Mastery stands, however the assessment has changed since. Where it could not be said again, as its record cannot be read any more,
    // asking once more marks again.
    const mastery = ofHead.find((run) => run.mastered && settles(run, 'attempt', form));
    const failedSince = ofHead.some(({ id, phase }) => phase === 'given-up' && id > (mastery?.id ?? 0));
    return { kind: settled?.kind ?? wanted, republish: failedSince ? null : (mastery?.id ?? null) };
  }
  const failures = ofHead.filter((run) => run.phase === 'given-up');
  if (settled === undefined) return rested(failures, situation) ? { kind: wanted, republish: null } : null;
  if (cause === 'restore') return { kind: settled.kind, republish: settled.id };
  const told = runs.find((run) => run.phase === 'finished');
  // What was recorded while there was no place to say it is said when there is one again.
  if (told?.headSha === headSha && settled.phase !== 'recorded') return null;
  return rested(failures, situation) ? { kind: settled.kind, republish: settled.id } : null;
}

/**
 * Decides which runs of a pull request go on, which end and whether one begins. It looks at what is, never at what
 * happened, so events that come twice, late or in the wrong order do no harm:
 * - a closed pull request has no runs;
 * - the newest head wins: at most one run is active, and it is the head's;
 * - the same commit is the same attempt: a commit with a finished marking gets another run only when asked for, and
 *   going back to it (a force push) says its result again, and so does asking for another run where it is mastery;
 * - where somebody has changed or deleted what we had said, it is said again;
 * - what a regrade has recorded of a closed pull request is said when it is opened again;
 * - a draft is practice: when it is ready for review, the same commit is marked as an attempt.
 */
export function planRuns(situation: RunsSituation): RunPlan {
  const active = situation.runs.filter((run) => isActive(run.phase));
  if (!situation.open) return { supersede: active.map((run) => run.id), start: null };
  const wanted: RunKind = situation.draft ? 'practice' : 'attempt';
  const kept = active.find(
    (run) =>
      run.headSha === situation.headSha &&
      // An attempt that is assessed already stays one, even if the pull request became a draft meanwhile.
      (run.kind === wanted || (run.kind === 'attempt' && run.phase === 'publishing')),
  );
  const supersede = active.filter((run) => run !== kept).map((run) => run.id);
  return { supersede, start: kept ? null : planStart(situation, wanted) };
}
