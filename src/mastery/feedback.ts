import type { Criterion } from '../domain/course/criterion.ts';
import type { Project } from '../domain/course/project.ts';
import type { RubricStage } from '../domain/course/stage.ts';
import { type LearnerHistory, NO_HISTORY } from '../domain/history.ts';
import type { CriterionResult, Feedback, RemarkKind, StageResult } from '../domain/results.ts';
import { nextCorrective } from './correctives.ts';
import { feedbackPhrases as phrases } from './phrases.ts';
import { ownTestsWords } from '../domain/own-tests-words.ts';
import { openStages } from '../domain/open-stages.ts';
import { failing, whatWasSeen } from './seen.ts';
import { causeOf, feedbackOnSharedCause } from './shared-cause.ts';

interface Miss {
  criterion: Criterion;
  result: CriterionResult;
  kind: RemarkKind;
  /** The same remark has been made of work at another project. */
  recurring: boolean;
}

/** Whom the feedback is for. */
interface Reader extends LearnerHistory {
  /** Practice is no attempt: it uses up no corrective. */
  practice: boolean;
}

/** Feedback names at most this many things at a time, so that each of them can be understood (brief.md). */
const AT_MOST = 3;

const ANYBODY: Reader = { ...NO_HISTORY, practice: false };

/**
 * Chooses what to say next: at most `limit` criteria that are not met, the most important first (essential, then
 * what comes back from an earlier project, then weight, then the rubric's order). The first stage that is not met comes first, and
 * later stages that are not met are left for later: first make it work, then make it professional.
 *
 * Each criterion comes with the corrective that is due (`nextCorrective`). `what` is marked text
 * (`domain/marked-text.ts`). What stops the tests of several criteria at once is said once.
 */
export function chooseFeedback(
  project: Pick<Project, 'rubric'>,
  stages: readonly StageResult[],
  { reader = ANYBODY, limit = AT_MOST }: { reader?: Reader; limit?: number | undefined } = {},
): Feedback[] {
  const inOrder = project.rubric.stages.flatMap(({ id }) => stages.filter((result) => result.id === id));
  const ordered = openStages(inOrder)
    .now.toSorted((a, b) => Number(a.met) - Number(b.met))
    .flatMap((result) =>
      project.rubric.stages
        .filter(({ id }) => id === result.id)
        .flatMap((stage) => missesOf(stage, result, reader)),
    );
  return withCausesOnce(withoutWaiting(ordered), reader).slice(0, limit);
}

/** What the learner's own tests catch shows by itself once they pass: until then that is the step. */
function withoutWaiting(misses: Miss[]): Miss[] {
  const waits = ({ result }: Miss): boolean =>
    failing(result).length > 0 && failing(result).every(({ message }) => message === ownTestsWords.waits);
  return misses.every(waits) ? misses : misses.filter((miss) => !waits(miss));
}

function missesOf(stage: RubricStage, result: StageResult, { remarks }: Reader): Miss[] {
  return stage.criteria
    .flatMap((criterion) => {
      const found = result.criteria.find(({ id }) => id === criterion.id);
      if (found === undefined || found.met) return [];
      const recurring = failing(found).some(({ id }) => remarks.includes(id));
      return [{ criterion, result: found, kind: kindOf(criterion, result), recurring }];
    })
    .toSorted(
      (a, b) =>
        Number(b.criterion.essential) - Number(a.criterion.essential) ||
        Number(b.recurring) - Number(a.recurring) ||
        b.criterion.weight - a.criterion.weight,
    );
}

function kindOf({ essential }: Criterion, { met }: StageResult): RemarkKind {
  if (essential) return 'essential';
  return met ? 'informative' : 'actionable';
}

function withCausesOnce(misses: Miss[], reader: Reader): Feedback[] {
  const counts = new Map<string, number>();
  const causes = misses.map(({ result, criterion }) => causeOf(result, criterion));
  for (const cause of causes) if (cause !== null) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  const said = new Set<string>();
  // What one criterion gives now, no other may give again.
  const given = [...reader.given];
  return misses.flatMap((miss, index) => {
    const { result, kind } = miss;
    const cause = causes[index] ?? null;
    const sharedBy = cause === null ? 0 : (counts.get(cause) ?? 0);
    if (cause === null || sharedBy < 2) {
      const feedback = feedbackOn(miss, { ...reader, given });
      if (feedback.corrective !== null) given.push(feedback.next);
      return [feedback];
    }
    if (said.has(cause)) return [];
    said.add(cause);
    return [{ ...feedbackOnSharedCause(result, sharedBy), kind }];
  });
}

function feedbackOn({ criterion, result, kind, recurring }: Miss, reader: Reader): Feedback {
  const due = nextCorrective(criterion, reader);
  const seen = whatWasSeen(result, criterion);
  return {
    criterion: criterion.id,
    title: criterion.title,
    what: recurring ? `${seen} ${phrases.recurring()}` : seen,
    why: criterion.why,
    kind,
    ...(due.kind === 'staff'
      ? { next: phrases.staff(), read: null, corrective: null, callsStaff: true }
      : {
          next: due.corrective.text,
          read: due.corrective.link ?? null,
          corrective: { number: due.number, kind: due.corrective.kind },
          callsStaff: false,
        }),
  };
}
