import type { Project } from '../../../domain/course/project.ts';
import type { LookDeps } from '../../look.ts';
import type { MarkingReader } from '../../marking-reader.ts';
import { called, shown } from '../called.ts';
import { done, type Handler, not, told } from '../call.ts';

export interface ExplainDeps extends Pick<LookDeps, 'projectOf'> {
  markings: MarkingReader;
  project: (slug: string) => Project | null;
}

/** Shows what a criterion asks for, and what was found of it in the head; the second not to everybody. */
export function explain({ projectOf, project: projectBy, markings }: ExplainDeps): Handler<'explain'> {
  return async ({ criterion: asked }, { pull, state }) => {
    const slug = projectOf(state.place);
    const project = slug === null ? null : projectBy(slug);
    if (project === null) return done;
    const all = project.rubric.stages.flatMap(({ criteria }) => criteria);
    const criterion = called(asked, all, ({ id, title }) => [id, title])?.id;
    if (criterion === undefined)
      return not({ kind: 'no-criterion', asked: shown(asked), known: all.map(({ id }) => id) });
    const marking = await markings.last(pull.repositoryId, pull.number, state.headSha);
    const found = marking?.stages
      .map((stage) => ({ ...stage, criteria: stage.criteria.filter(({ id }) => id === criterion) }))
      .find(({ criteria }) => criteria.length > 0);
    return told({
      kind: 'explanation',
      project: project.slug,
      criterion,
      found: state.isPublic === true ? 'not-in-public' : (found ?? null),
    });
  };
}
