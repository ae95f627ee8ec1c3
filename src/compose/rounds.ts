import type { Logger } from 'pino';
import type { GitHub } from '../adapters/octokit/github.ts';
import type { Database } from '../adapters/postgres/database.ts';
import type { Course } from '../domain/course/project.ts';
import type { Round } from '../marking/rounds.ts';
import { askForLost } from '../intake/lost/ask-for-lost.ts';
import { refreshTeams } from '../roster/refresh-teams.ts';
import { teamsOf } from '../roster/teams-of-course.ts';
import { renderRecheck } from '../report/render/recheck.ts';
import { projectOfPlace } from '../course/project-of-place.ts';
import { goRetentionRound } from '../retention/go-round.ts';
import { holidaysOf } from '../domain/people/away.ts';
import type { Roster } from '../domain/people/roster.ts';
import type { OpenMarking } from './marking.ts';
import { openingRounds } from './openings.ts';
import { goKeepRound } from '../record/keeping/keep-round.ts';
import { peerRound } from './peers.ts';
import { publicityRound } from './publicity.ts';
import { similarityRound } from './similarity.ts';

const MINUTE = 60_000;

interface RoundParts {
  course: Course;
  database: Database;
  github: GitHub;
  marking: Pick<OpenMarking, 'mark' | 'mutationsOf'>;
  roster: () => Promise<Roster>;
  /** Everybody whom the school has in its roster, however long ago GitHub last told of a team. */
  there: () => Promise<Roster>;
  log: Logger;
}

/** What is done from time to time, besides the sweep. */
export function rounds({ course, database, github, marking, roster, there, log }: RoundParts): Round[] {
  return [
    {
      name: 'teams',
      everyMs: 10 * MINUTE,
      // Somebody may have named another team in the course meanwhile.
      atStartAfterMs: MINUTE / 6,
      work: (signal) =>
        refreshTeams(teamsOf(course), { reader: github.teams, store: database.teams, log }, signal),
    },
    {
      name: 'keeping',
      everyMs: 24 * 60 * MINUTE,
      work: (signal) =>
        goKeepRound(
          {
            keeping: course.policies.keep,
            store: database.keeping,
            people: { erase: (id) => database.persons.erase(id), purge: () => database.purge() },
            there,
            log,
          },
          signal,
        ),
    },
    {
      name: 'deliveries',
      everyMs: 5 * MINUTE,
      // What came while nobody was here is asked for as soon as somebody is.
      atStartAfterMs: MINUTE / 6,
      work: (signal) => askForLost({ deliveryLog: github.deliveryLog, lost: database.lost, log }, signal),
    },
    publicityRound(course, database, github, log),
    peerRound({ course, database, github, roster, log }),
    similarityRound({ course, database, github, roster, log }),
    ...openingRounds({ course, database, github, roster, log }),
    ...retentionRound({ course, database, github, marking, roster, log }),
  ];
}

function retentionRound({
  course,
  database,
  github,
  marking,
  roster,
  log,
}: Omit<RoundParts, 'there'>): Round[] {
  const { retention } = course;
  if (retention === null) return [];
  return [
    {
      name: 'retention',
      everyMs: 10 * MINUTE,
      work: (signal) =>
        goRetentionRound(
          {
            course,
            retention,
            store: database.rechecks,
            reader: github.reader,
            projectOf: (place) => projectOfPlace(course, place),
            source: github.source,
            planter: github.planter,
            roster,
            holidays: holidaysOf(course.cohorts),
            mark: (request) => marking.mark({ ...request, publicOnly: false, onProgress: () => undefined }),
            mutationsOf: marking.mutationsOf,
            words: renderRecheck,
            log,
          },
          signal,
        ),
    },
  ];
}
