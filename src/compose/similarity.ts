import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Database } from '../adapters/postgres/database.ts';
import type { GitHub } from '../adapters/octokit/github.ts';
import type { Course } from '../domain/course/project.ts';
import type { Roster } from '../domain/people/roster.ts';
import type { Submission, SubmissionFiles } from '../domain/submission.ts';
import type { SubmissionSource } from '../intake/github-reader.ts';
import type { Round } from '../marking/rounds.ts';
import { startComparing } from '../similarity/comparing/comparing-process.ts';
import { startReading } from '../similarity/reading/process/reading-process.ts';
import { goSimilarityRound } from '../similarity/round/go-round.ts';
import { comparedFiles, packFiles } from '../similarity/round/kept-files.ts';
import type { TurnStore } from '../similarity/round/turn-store.ts';

const MINUTE = 60_000;

/** Compares what was handed in with what else was, some time after its learner was told what came of it. */
export function similarityRound({
  course,
  database,
  github,
  roster,
  log,
}: {
  course: Pick<Course, 'projects'>;
  database: Pick<Database, 'similarity'>;
  github: Pick<GitHub, 'source'>;
  roster: () => Promise<Roster>;
  log: Logger;
}): Round {
  return {
    name: 'similarity',
    everyMs: MINUTE,
    work: (signal) =>
      goSimilarityRound(
        {
          ...database.similarity,
          projects: course.projects,
          fetch: (submission, stop) => github.source.fetch(submission, stop),
          cohortOf: async (learnerId) => (await roster()).get(learnerId)?.cohort ?? null,
          openReading: () => startReading(),
          openComparing: () => startComparing(),
          newToken: () => randomUUID(),
          log,
        },
        signal,
      ),
  };
}

/**
 * Fetches submissions and, of attempts whose project is compared, keeps what was read, so that it is asked of GitHub once. Marking waits
 * for none of it, and does not know whether it could be kept.
 */
export function keepingForComparison(
  source: SubmissionSource,
  { course, turns, log }: { course: Pick<Course, 'projects'>; turns: Pick<TurnStore, 'keep'>; log: Logger },
): SubmissionSource {
  const keep = async (submission: Submission, { files }: SubmissionFiles): Promise<void> => {
    const policy = course.projects.get(submission.project)?.rubric.similarity;
    if (submission.draft || policy === 'off') return;
    await turns.keep(submission, await packFiles(comparedFiles(files)));
  };
  return {
    async fetch(submission, signal) {
      const fetched = await source.fetch(submission, signal);
      keep(submission, fetched).catch((error: unknown) => {
        log.warn({ err: error }, 'what was read of a submission was not kept for comparing it');
      });
      return fetched;
    },
  };
}
