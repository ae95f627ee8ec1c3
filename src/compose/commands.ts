import type { Database } from '../adapters/postgres/database.ts';
import type { Course } from '../domain/course/project.ts';
import type { Person } from '../domain/people/person.ts';
import type { Handlers } from '../intake/commands/call.ts';
import { type HandlerDeps, handlersOf } from '../intake/commands/handlers.ts';
import { OPENINGS } from './openings.ts';
import { knownAccounts } from '../roster/known-roster.ts';
import { unitsFor } from '../mastery/graph/units-for.ts';

type Others = Pick<HandlerDeps, 'reader' | 'projectOf' | 'project' | 'roster' | 'peerWork'>;

/** What does the commands that are given in comments: the stores of the database, the course, and what else they work with. */
export function commandHandlers({
  database,
  course,
  people,
  ...others
}: {
  database: Database;
  course: Pick<Course, 'units' | 'projects' | 'policies' | 'opening'>;
  people: () => Promise<readonly Person[]>;
} & Others): Handlers {
  return handlersOf({
    ...database,
    ...others,
    makeRepository:
      course.opening === null
        ? null
        : async (wanted) => {
            await database.openings.want([wanted]);
            await database.chores.request(OPENINGS);
          },
    sessionMinutes: course.policies.sessionMinutes,
    unitsFor: async (learner) =>
      unitsFor(
        course,
        learner,
        await database.learners.progress(learner),
        await database.learners.challenged(learner),
      ),
    accountOf: knownAccounts(people, database.teams),
  });
}
