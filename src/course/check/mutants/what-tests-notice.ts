import type { Project } from '../../../domain/course/project.ts';

/** A project with what its own tests can notice alone: neither style nor tests that learners write; null where that is nothing. */
export function whatTestsNotice(project: Project): Project | null {
  const stages = project.rubric.stages
    .filter(({ id }) => id === 'functionality')
    .map((stage) => ({
      ...stage,
      criteria: stage.criteria
        .map((criterion) => ({
          ...criterion,
          evidence: criterion.evidence.filter((asked) => 'test' in asked),
        }))
        .filter(({ evidence }) => evidence.length > 0),
    }))
    .filter(({ criteria }) => criteria.length > 0);
  return stages.length === 0 ? null : { ...project, rubric: { ...project.rubric, stages } };
}
