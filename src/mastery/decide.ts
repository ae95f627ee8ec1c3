import type { DecisionName } from '../domain/course/decision.ts';
import type { Project } from '../domain/course/project.ts';
import type { StageResult } from '../domain/results.ts';
import { doubtsOf } from './doubts.ts';

/** What a decision is made of; nothing else may enter it. */
export interface Findings {
  project: Pick<Project, 'rubric'>;
  stages: readonly StageResult[];
  /** Only public tests ran. */
  partial: boolean;
  /** The last that a person has said of the learner's work on this project: not yet. */
  sentBack?: boolean | undefined;
  /** People and the marking have not agreed often enough on this project. */
  personMustLook?: boolean | undefined;
}

/**
 * Decides on one submission. Each stage of the rubric must be met by itself: a high score in one never makes up for
 * another. Where the rubric asks for a person (stage `review`, or `review: { staff: always }`), the last word is theirs:
 * `awaiting-review`. Where it asks for one in doubt, they have it when the machine's word would hang on one item of evidence,
 * and when it would be 'mastered' for work that tries to get round the rules. Once a person has said 'not yet', no push makes it
 * 'mastered' without a person: the machine has not seen what they saw. And where people and the
 * marking do not agree, theirs is the last word on whatever is found of work that has begun, a 'not yet' too.
 *
 * Null means that nothing can be said: a partial run, a stage that broke (our fault or the author's, so never the
 * learner's), or a stage of the rubric that has no result.
 */
export function decide({ personMustLook = false, ...findings }: Findings): DecisionName | null {
  const decision = decideByRubric(findings);
  // Where nothing at all is met, such as the starter as it was given out, there is nothing to look at yet.
  const begun = findings.stages.some(({ met, criteria }) => met || criteria.some((each) => each.met));
  return personMustLook && decision !== null && begun ? 'awaiting-review' : decision;
}

function decideByRubric({
  project: { rubric },
  stages,
  partial,
  sentBack,
}: Omit<Findings, 'personMustLook'>): DecisionName | null {
  if (partial || stages.some((stage) => stage.status === 'broken')) return null;
  const results = new Map(stages.map((stage) => [stage.id, stage]));
  const automatic = rubric.stages.filter((stage) => stage.id !== 'review');
  const completed = automatic
    .map((stage) => results.get(stage.id))
    .filter((result) => result?.status === 'completed');
  const inDoubt = rubric.review.staff === 'in-doubt' ? doubtsOf(rubric, stages) : [];
  const borderline = new Set(inDoubt.flatMap(({ kind, stage }) => (kind === 'borderline' ? [stage] : [])));
  const unmet = completed.filter((result) => result?.met === false);
  if (unmet.some((result) => result !== undefined && !borderline.has(result.id))) return 'not-yet';
  if (completed.length < automatic.length) return unmet.length > 0 ? 'not-yet' : null;
  const always = rubric.review.staff === 'always' || automatic.length < rubric.stages.length;
  return always || inDoubt.length > 0 || sentBack === true ? 'awaiting-review' : 'mastered';
}
