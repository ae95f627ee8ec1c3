import { z } from 'zod';
import { evidenceId, hintOf } from '../domain/course/evidence.ts';
import type { Rubric } from '../domain/course/rubric.ts';
import type { RubricStage } from '../domain/course/stage.ts';
import { StageFindings } from '../domain/findings.ts';
import { NO_HISTORY } from '../domain/history.ts';
import type { CriterionResult, Evidence, Marking, StageResult } from '../domain/results.ts';
import { conclude, type Conclusion } from './conclude.ts';

/** What a record says was found, and with what. Its decision is not read. */
export type Stored = Pick<Marking, 'stages' | 'partial' | 'madeWith'>;

/**
 * Makes a decision again from what was stored as evidence, under a rubric: the one of then, to see that the record is true, or
 * another, to see what it would change. Scores, what was met and the decision of the record are not looked at.
 */
export function replay(stored: Stored, rubric: Rubric): Conclusion {
  const findings = stored.stages.map((result) => findingsOf(result, rubric));
  const history = stored.madeWith?.history ?? NO_HISTORY;
  const nextSteps = stored.madeWith?.nextSteps;
  const personMustLook = stored.madeWith?.personMustLook;
  return conclude(rubric, { findings, partial: stored.partial, history, nextSteps, personMustLook });
}

/** All of a result that was found, and not concluded. */
const FINDINGS = z.object(StageFindings.omit({ evidence: true }).shape);

/** The findings behind a stage's result. */
function findingsOf(result: StageResult, rubric: Rubric): StageFindings {
  const stage = rubric.stages.find(({ id }) => id === result.id);
  const items = result.criteria.flatMap((criterion) =>
    criterion.evidence.map((item) => withoutHint(item, criterion, stage)),
  );
  const evidence = [...new Map(items.map((item) => [item.id, item])).values()];
  // What was concluded is left out, and nothing else.
  return StageFindings.parse({ ...FINDINGS.parse(result), evidence });
}

/** An author's hint is the rubric's, and no finding. */
function withoutHint(item: Evidence, { id }: CriterionResult, stage: RubricStage | undefined): Evidence {
  const asked = stage?.criteria
    .find((criterion) => criterion.id === id)
    ?.evidence.find((each) => evidenceId(each) === item.id);
  const hint = asked === undefined ? undefined : hintOf(asked);
  return item.status !== 'passed' && item.message === hint ? { ...item, message: null } : item;
}
