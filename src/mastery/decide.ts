import type { DecisionName } from '../domain/course/decision.ts';
import type { Project } from '../domain/course/project.ts';
import type { StageResult } from '../domain/results.ts';

/** What a decision is made of; nothing else may enter it. */
export interface Findings {
  project: Pick<Project, 'rubric'>;
  stages: readonly StageResult[];
  /** Only public tests ran. */
  partial: boolean;
}

/**
 * Decides on one submission. Each stage of the rubric must be met by itself: a high score in one never makes up for
 * another. Where the rubric asks for a person (stage `review`), the last word is theirs: `awaiting-review`.
 *
 * Null means that nothing can be said: a partial run, a stage that broke (our fault or the author's, so never the
 * learner's), or a stage of the rubric that has no result.
 */
export function decide({ project, stages, partial }: Findings): DecisionName | null {
  if (partial || stages.some((stage) => stage.status === 'broken')) return null;
  const results = new Map(stages.map((stage) => [stage.id, stage]));
  const automatic = project.rubric.stages.filter((stage) => stage.id !== 'review');
  const completed = automatic
    .map((stage) => results.get(stage.id))
    .filter((result) => result?.status === 'completed');
  if (completed.some((result) => result?.met === false)) return 'not-yet';
  if (completed.length < automatic.length) return null;
  return automatic.length < project.rubric.stages.length ? 'awaiting-review' : 'mastered';
}
