import type { Logger } from 'pino';
import type { GitHub } from '../adapters/octokit/github.ts';
import type { Database } from '../adapters/postgres/database.ts';
import type { Course } from '../domain/course/project.ts';
import type { Round } from '../marking/rounds.ts';
import { refreshTeams } from '../roster/refresh-teams.ts';
import { teamsOf } from '../roster/teams-of-course.ts';

const MINUTE = 60_000;

/** What is done from time to time, besides the sweep. */
export function rounds({
  course,
  database,
  github,
  log,
}: {
  course: Course;
  database: Database;
  github: GitHub;
  log: Logger;
}): Round[] {
  return [
    {
      name: 'teams',
      everyMs: 10 * MINUTE,
      // Somebody may have named another team in the course meanwhile.
      atStartAfterMs: MINUTE / 6,
      work: (signal) =>
        refreshTeams(teamsOf(course), { reader: github.teams, store: database.teams, log }, signal),
    },
  ];
}
