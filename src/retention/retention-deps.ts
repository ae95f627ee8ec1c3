import type { Logger } from 'pino';
import type { Course, Project } from '../domain/course/project.ts';
import type { Retention } from '../domain/course/retention.ts';
import type { Place } from '../domain/course/place.ts';
import type { Holidays } from '../domain/people/away.ts';
import type { Roster } from '../domain/people/roster.ts';
import type { Marking } from '../domain/results.ts';
import type { SubmissionFiles } from '../domain/submission.ts';
import type { GitHubReader, SubmissionSource } from '../intake/github-reader.ts';
import type { BugPlanter } from './bug-planter.ts';
import type { ChooseDeps } from './choose-bug.ts';
import type { RecheckStore } from './recheck-store.ts';

/** What re-checks take. */
export interface RetentionDeps {
  course: Pick<Course, 'projects'>;
  retention: Retention;
  store: RecheckStore;
  reader: Pick<GitHubReader, 'pullRequest'>;
  /** The slug of the project that the work in a place is for; null where it is for none. */
  projectOf: (place: Place) => string | null;
  source: SubmissionSource;
  planter: BugPlanter;
  roster: () => Promise<Roster>;
  holidays: Holidays;
  mark: (request: {
    project: Project;
    submission: SubmissionFiles;
    form: string | null;
    signal: AbortSignal;
  }) => Promise<Marking>;
  mutationsOf: ChooseDeps['mutationsOf'];
  /** What the learner reads in the pull request. */
  words: (
    project: Project,
    learner: string,
  ) => { title: string; body: string; report: { path: string; text: string } };
  log: Logger;
}
