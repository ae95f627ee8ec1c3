import type { Logger } from 'pino';
import type { GitHub } from '../adapters/octokit/github.ts';
import type { Database } from '../adapters/postgres/database.ts';
import type { Course } from '../domain/course/project.ts';
import { holidaysOf } from '../domain/people/away.ts';
import type { Roster } from '../domain/people/roster.ts';
import { askAgain } from '../intake/peers/ask-again.ts';
import { hearReview } from '../intake/peers/hear-review.ts';
import type { PeerWork } from '../intake/peers/peer-work.ts';
import { type TendDeps, tendAll, tendPeers } from '../intake/peers/tend.ts';
import type { Round } from '../marking/rounds.ts';
import { renderReviewHint } from '../report/render/peers.ts';
import { sayOnce } from '../report/say-once.ts';

const MINUTE = 60_000;

/** What is given to whatever has to do with peers. */
export interface PeerParts {
  course: Course;
  database: Pick<Database, 'peers'>;
  github: Pick<GitHub, 'reader' | 'writer' | 'reviewRequests'>;
  roster: () => Promise<Roster>;
  log: Logger;
}

export function tendDeps({ course, database, github, roster, log }: PeerParts): TendDeps {
  return {
    reader: github.reader,
    peers: database.peers,
    reviewRequests: github.reviewRequests,
    roster,
    project: (slug) => course.projects.get(slug) ?? null,
    calendar: { weekend: course.policies.weekend, holidays: holidaysOf(course.cohorts) },
    log,
  };
}

/** Asks peers, and hears what they say. */
export function peerWork(parts: PeerParts): PeerWork {
  const deps = tendDeps(parts);
  const { writer } = parts.github;
  return {
    tend: (pull, signal) => tendPeers(pull, { thorough: true }, deps, signal),
    askAgain: (pull, by) => askAgain(pull, by, deps),
    hear: (pull, review) =>
      hearReview(pull, review, {
        ...deps,
        hints: {
          hint: async (on, { id, login }, lack, slug) => {
            const project = deps.project(slug);
            if (project === null) return;
            await sayOnce(writer, on, `review-hint ${id}`, renderReviewHint(login, lack.what, project));
          },
        },
      }),
  };
}

/** Replaces peers who have not answered in time, and asks where an event was lost. */
export function peerRound(parts: PeerParts): Round {
  const asking = [...parts.course.projects.values()].filter(({ rubric }) => (rubric.review.peers ?? 0) > 0);
  return {
    name: 'peers',
    everyMs: 5 * MINUTE,
    work: (signal) =>
      tendAll(
        asking.map(({ slug }) => slug),
        tendDeps(parts),
        signal,
      ),
  };
}
