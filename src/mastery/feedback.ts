import type { Criterion } from '../domain/course/criterion.ts';
import type { Project } from '../domain/course/project.ts';
import type { RubricStage } from '../domain/course/stage.ts';
import type { CriterionResult, Feedback, StageResult } from '../domain/results.ts';
import { type CorrectiveHistory, nextCorrective } from './correctives.ts';
import { feedbackPhrases as phrases } from './phrases.ts';
import { whatWasSeen } from './seen.ts';
import { causeOf, feedbackOnSharedCause } from './shared-cause.ts';

interface Miss {
  criterion: Criterion;
  result: CriterionResult;
}

/** Feedback names at most this many things at a time, so that each of them can be understood (brief.md). */
const AT_MOST = 3;

const NO_HISTORY: CorrectiveHistory = { given: [], practice: false };

/**
 * Chooses what to say next: at most `limit` criteria that are not met, the most important first (essential, then
 * weight, then the rubric's order). The first stage that is not met comes first, and later stages that are not met
 * are left for later: first make it work, then make it professional.
 *
 * Each criterion comes with the corrective that is due (`nextCorrective`). `what` is marked text
 * (`domain/marked-text.ts`). What stops the tests of several criteria at once is said once.
 */
export function chooseFeedback(
  project: Pick<Project, 'rubric'>,
  stages: readonly StageResult[],
  { history = NO_HISTORY, limit = AT_MOST }: { history?: CorrectiveHistory; limit?: number } = {},
): Feedback[] {
  const misses = project.rubric.stages
    .map((stage) => ({ stage, result: stages.find(({ id }) => id === stage.id) }))
    .flatMap(({ stage, result }) => (result?.status === 'completed' ? [{ stage, result }] : []));
  const firstUnmet = misses.findIndex(({ result }) => !result.met);
  const open = misses.slice(0, firstUnmet === -1 ? misses.length : firstUnmet + 1);
  const ordered = open
    .toSorted((a, b) => Number(a.result.met) - Number(b.result.met))
    .flatMap(({ stage, result }) => missesOf(stage, result));
  return withCausesOnce(ordered, history).slice(0, limit);
}

function missesOf(stage: RubricStage, result: StageResult): Miss[] {
  return stage.criteria
    .flatMap((criterion) => {
      const found = result.criteria.find(({ id }) => id === criterion.id);
      return found === undefined || found.met ? [] : [{ criterion, result: found }];
    })
    .toSorted(
      (a, b) =>
        Number(b.criterion.essential) - Number(a.criterion.essential) ||
        b.criterion.weight - a.criterion.weight,
    );
}

function withCausesOnce(misses: Miss[], history: CorrectiveHistory): Feedback[] {
  const counts = new Map<string, number>();
  const causes = misses.map(({ result, criterion }) => causeOf(result, criterion));
  for (const cause of causes) if (cause !== null) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  const said = new Set<string>();
  // What one criterion gives now, no other may give again.
  const given = [...history.given];
  return misses.flatMap(({ criterion, result }, index) => {
    const cause = causes[index] ?? null;
    const sharedBy = cause === null ? 0 : (counts.get(cause) ?? 0);
    if (cause === null || sharedBy < 2) {
      const feedback = feedbackOn(criterion, result, { ...history, given });
      if (feedback.corrective !== null) given.push(feedback.next);
      return [feedback];
    }
    if (said.has(cause)) return [];
    said.add(cause);
    return [feedbackOnSharedCause(result, sharedBy)];
  });
}

function feedbackOn(criterion: Criterion, result: CriterionResult, history: CorrectiveHistory): Feedback {
  const due = nextCorrective(criterion, history);
  return {
    criterion: criterion.id,
    title: criterion.title,
    what: whatWasSeen(result, criterion),
    why: criterion.why,
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
