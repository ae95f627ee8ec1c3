import type { Config } from '../config.ts';
import { systemClock } from '../domain/clock.ts';
import type { Course } from '../domain/course/project.ts';
import { makeRecord } from '../mastery/record/make-record.ts';
import type { KnownPerson, People } from '../record/person-store.ts';
import { portfolioOf } from '../record/portfolio/portfolio.ts';
import { openIssuer, pagesOf } from './badges.ts';

/** Makes the files of somebody's portfolio from what an open database holds of them. */
export async function makePortfolio(
  course: Course,
  learner: KnownPerson,
  people: Pick<People, 'dataOf' | 'records'>,
  config: Config,
): Promise<Map<string, string>> {
  const rows = await people.records.rowsOf(learner.id);
  const now = systemClock.now();
  return portfolioOf({
    record: makeRecord(course, rows, learner, now),
    data: await people.dataOf(learner.id),
    learner,
    issuer: await openIssuer(config),
    url: config.publicUrl,
    github: pagesOf(config.githubApi),
    rubricOf: ({ slug, attempts }) => {
      const id = attempts.find(({ decision }) => decision === 'mastered')?.rubric ?? '';
      return rows.rubrics.get(id) ?? course.projects.get(slug)?.rubric ?? null;
    },
    at: new Date(now),
  });
}
