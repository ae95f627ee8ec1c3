import type { Logger } from 'pino';
import type { GitHub } from '../adapters/octokit/github.ts';
import type { Database } from '../adapters/postgres/database.ts';
import type { Course } from '../domain/course/project.ts';
import type { Roster } from '../domain/people/roster.ts';
import type { Round } from '../marking/rounds.ts';
import { wornOutProjects } from '../mastery/graph/parallel-projects.ts';
import { unitsFor } from '../mastery/graph/units-for.ts';
import {
  checkPins,
  inviteAgain,
  type OpeningDeps,
  openRepositories,
  wantForEverybody,
} from '../opening/rounds.ts';

const MINUTE = 60_000;

/** The round's name in the database, by which it can be asked for. */
export const OPENINGS = 'openings';

/** What makes repositories for learners from time to time; nothing where the school has not turned it on. */
export function openingRounds({
  course,
  database,
  github,
  roster,
  log,
}: {
  course: Course;
  database: Database;
  github: GitHub;
  roster: () => Promise<Roster>;
  log: Logger;
}): Round[] {
  if (course.opening === null) return [];
  const deps: OpeningDeps = {
    course,
    maker: github.repositoryMaker,
    openings: database.openings,
    roster,
    learner: async (id) => {
      const progress = await database.learners.progress(id);
      const units = unitsFor(course, id, progress, await database.learners.challenged(id));
      return {
        units,
        projects: progress.map(({ project }) => project),
        wornOut: wornOutProjects(progress),
      };
    },
    log,
  };
  return [
    { name: OPENINGS, everyMs: MINUTE, work: (signal) => openRepositories(deps, signal) },
    {
      name: 'openings of everybody',
      everyMs: 60 * MINUTE,
      // The course may be another one than before.
      atStartAfterMs: MINUTE / 6,
      work: (signal) => wantForEverybody(deps, signal),
    },
    { name: 'invitations', everyMs: 6 * 60 * MINUTE, work: (signal) => inviteAgain(deps, signal) },
    { name: 'pins', everyMs: 60 * MINUTE, work: (signal) => checkPins(deps, signal) },
  ];
}
