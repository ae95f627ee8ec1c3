import type { Rubric } from '../domain/course/rubric.ts';
import type { StageFindings } from '../domain/findings.ts';
import type { LearnerHistory } from '../domain/history.ts';
import type { Marking } from '../domain/results.ts';
import { assessStage } from '../domain/scoring.ts';
import { decide } from './decide.ts';
import { doubtsOf } from './doubts.ts';
import { chooseFeedback } from './feedback.ts';

/** What the findings on one submission come to. */
export type Conclusion = Pick<Marking, 'decision' | 'doubts' | 'stages' | 'feedback'>;

/**
 * Makes the decision, and chooses what is said of it. Pure: the same rubric, findings and history always come to the same, byte
 * for byte. `partial`: only public tests ran. `nextSteps`: how many are named at most.
 */
export function conclude(
  rubric: Rubric,
  {
    findings,
    partial,
    history,
    nextSteps,
    personMustLook,
  }: {
    findings: readonly StageFindings[];
    partial: boolean;
    history: LearnerHistory;
    nextSteps?: number | undefined;
    /** A person has the last word, whatever the rubric says. */
    personMustLook?: boolean | undefined;
  },
): Conclusion {
  const stages = rubric.stages.flatMap((stage) =>
    findings.filter(({ id }) => id === stage.id).map((found) => assessStage(stage, found)),
  );
  return {
    decision: decide({ project: { rubric }, stages, partial, sentBack: history.sentBack, personMustLook }),
    doubts: doubtsOf(rubric, stages),
    stages,
    feedback: chooseFeedback({ rubric }, stages, {
      reader: { ...history, practice: partial },
      limit: nextSteps,
    }),
  };
}
