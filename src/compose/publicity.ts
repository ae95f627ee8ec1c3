import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Database } from '../adapters/postgres/database.ts';
import type { GitHub } from '../adapters/octokit/github.ts';
import type { Course } from '../domain/course/project.ts';
import { publicityChore } from '../intake/publicity.ts';
import type { Round } from '../marking/rounds.ts';
import { hideDetails } from '../report/publicity/hide-details.ts';
import { renderMarking } from '../report/render/marking.ts';
import { renderLeftOut } from '../report/render/summary.ts';

const TEN_MINUTES = 600_000;

/** Cuts to summaries what stands where everybody can see it now; a delivery asks for it at once. */
export function publicityRound(
  course: Pick<Course, 'projects'>,
  database: Database,
  { writer }: Pick<GitHub, 'writer'>,
  log: Logger,
): Round {
  return {
    name: publicityChore,
    everyMs: TEN_MINUTES,
    work: (signal) =>
      hideDetails(
        {
          store: database.publicity,
          writer,
          newToken: () => randomUUID(),
          log,
          summaryOf: ({ project: slug, ...told }) => {
            const project = course.projects.get(slug);
            return project === undefined
              ? renderLeftOut(told)
              : renderMarking({ project, ...told, isPublic: true });
          },
        },
        signal,
      ),
  };
}
