import type { Project } from '../../../domain/course/project.ts';
import type { SessionStore } from '../../../review/session-store.ts';
import type { LookDeps } from '../../look.ts';
import { done, givenBy, type Handler, told } from '../call.ts';

export interface SessionDeps extends Pick<LookDeps, 'projectOf'> {
  sessions: SessionStore;
  project: (slug: string) => Project | null;
  /** The minutes of staff's time that a learner has in a week, by the course's policies. */
  sessionMinutes: number;
}

/** Notes the time that a member of staff spent with the learner, also where it was more than the course sets. */
export function session({
  sessions,
  projectOf,
  project: projectBy,
  sessionMinutes: most,
}: SessionDeps): Handler<'session'> {
  return async ({ minutes, about }, call) => {
    const slug = projectOf(call.state.place);
    if (slug === null) return done;
    const criteria = projectBy(slug)?.rubric.stages.flatMap((stage) => stage.criteria) ?? [];
    const inWeek = await sessions.note(
      {
        learner: call.state.learner.id,
        project: slug,
        by: { id: call.comment.by.id, login: call.comment.by.login },
        minutes,
        about,
        criterion: criteria.find(({ id }) => id === about)?.id ?? null,
        given: givenBy(call),
        at: call.comment.createdAt,
      },
      most,
    );
    // How much help somebody had is nothing for everybody's eyes; it is kept all the same.
    return inWeek > most && call.state.isPublic !== true
      ? told({ kind: 'session-over', minutes: inWeek, most })
      : done;
  };
}
