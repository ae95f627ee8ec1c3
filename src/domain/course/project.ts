import type { CourseFile, Unit } from './course-file.ts';
import type { FileMap } from './file-map.ts';
import type { OpeningPolicy } from './opening-policy.ts';
import type { Person } from '../people/person.ts';
import type { Policies } from './policies.ts';
import type { Retention } from './retention.ts';
import type { Rubric } from './rubric.ts';
import type { Struggle } from './struggle.ts';

/** One project, read whole: what the learner gets is `starter`, what marks it are `publicTests`, `hiddenTests` and one of `forms`. */
export interface Project {
  slug: string;
  /** The project's folder on disk. */
  dir: string;
  /** The commit of the course's repository that it was read from; null where it is in none, or has been changed since. */
  commit?: string | null;
  rubric: Rubric;
  /** How many next steps a learner is told at a time, by the course's policies; 3 by default. */
  nextSteps?: number;
  /** The school's page on how to review, by the course's policies. */
  reviewGuide?: string;
  /** Markdown of `brief.md`. */
  brief: string;
  starter: FileMap;
  /** Paths are relative to `tests/public`. */
  publicTests: FileMap;
  /** Paths are relative to `tests/hidden`; empty in the copy of the course that a learner has. */
  hiddenTests: FileMap;
  /**
   * The parallel forms of the hidden tests, by name and in the order of their names: one of them is run besides `hiddenTests`. Paths are
   * relative to `tests/forms/<name>`. Empty where the hidden tests are the same each time.
   */
  forms: ReadonlyMap<string, FileMap>;
  /** `package.json` and `package-lock.json` of `dependencies/`, where the project needs packages of its own. */
  dependencies: FileMap;
}

export interface Course {
  title: string;
  repositories: string;
  otherRepositories: CourseFile['otherRepositories'];
  /** Whose repositories can be the course's; empty: everybody's who has installed the App. */
  owners: readonly string[];
  opening: OpeningPolicy | null;
  staffRepository: string | null;
  units: Unit[];
  timeZone: string;
  policies: Policies;
  struggle: Struggle;
  /** Null where nobody looks again at what was mastered. */
  retention: Retention | null;
  cohorts: CourseFile['cohorts'];
  teams: CourseFile['roster']['teams'];
  /** Who is in the file of people; nobody where there is none. Teams are asked for apart, of GitHub. */
  people: readonly Person[];
  /** Where the file of people is; null where there is none. */
  peopleFile: string | null;
  projects: ReadonlyMap<string, Project>;
}
