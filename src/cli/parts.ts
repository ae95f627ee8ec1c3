import type { DemoResult } from '../demo/demo.ts';
import type { CourseFinding } from '../course/finding.ts';
import type { DoctorResult } from '../doctor/check.ts';
import type { FileMap } from '../domain/course/file-map.ts';
import type { DroppedFile } from '../domain/results.ts';
import type { FileLimits } from '../intake/files/limits.ts';
import type { Subfolder } from '../intake/files/subfolders.ts';
import type { ReadingProcess } from '../similarity/reading/process/reading-process.ts';
import type { AlikeItem } from '../similarity/alike/for-staff.ts';
import type { Mutation } from '../domain/mutants/mutation.ts';
import type { Course, Project } from '../domain/course/project.ts';
import type { DueProject } from '../domain/due.ts';
import type { Progress } from '../domain/progress.ts';
import type { SubmissionFiles } from '../domain/submission.ts';
import type { WaitingWork } from '../domain/waiting-work.ts';
import type { Mark } from '../marking/mark.ts';
import type { OpeningTrouble } from '../opening/opening-store.ts';
import type { Released } from '../opening/release.ts';
import type { ReviewNote } from '../review/peers/peer-store.ts';
import type { KnownLearner } from '../record/learner-store.ts';
import type { Quiet } from '../record/keeping/keeping.ts';
import type { KnownPerson, People } from '../record/person-store.ts';
import type { Roster } from '../domain/people/roster.ts';
import type { SecondLookStore } from '../review/second-looks/second-look-store.ts';
import type { Comparison } from '../review/agreement/ledger.ts';
import type { RegradeCase } from '../regrade/regrade.ts';

/** Something that runs until it is stopped. */
export interface Running {
  /** Where it can be reached; null for a worker. */
  url: string | null;
  stop(): Promise<void>;
}

/** Who is who in the school now, and which of its accounts is called so; null where none is. */
export interface WhoIsWho {
  roster: Roster;
  accountOf: (login: string) => Promise<{ id: number; login: string } | null>;
}

/** What the commands are given to work with. `compose/` builds it; tests may hand in their own. */
export interface Parts {
  /** `warn` is told what the course's author should look at. */
  readCourse(dir: string, warn?: (warning: string) => void): Promise<Course>;
  /** By default within the limits of a submission, and every file of it. */
  readFolder(
    dir: string,
    limits?: FileLimits,
    isWanted?: (path: string) => boolean,
  ): Promise<SubmissionFiles>;
  /** The immediate subfolders of a folder; what of them is left out. */
  readSubfolders(dir: string): Promise<{ folders: Subfolder[]; dropped: DroppedFile[] }>;
  /** Starts the process that reads submissions in order to compare them. */
  openReading(): Promise<ReadingProcess>;
  /** Marking on this machine: needs Docker alone. */
  openMarking(): Promise<{ mark: Mark; close(): Promise<void> }>;
  /** The same for many submissions at once, as many as this machine bears; nothing is run a second time. */
  openTrials(): Promise<{
    mark: Mark;
    places: number;
    /** The changes that a tool can make of some files of a project; none where there is none for its language. */
    mutationsOf(project: Project, files: FileMap, signal: AbortSignal): Promise<Mutation[]>;
    close(): Promise<void>;
  }>;
  /** A course with everything that its files alone say is wrong with it. */
  lintCourse(dir: string): Promise<{ course: Course | null; findings: CourseFinding[] }>;
  /** Marks what was assessed of a project once more; `apply`: and stores and says what changed. */
  regrade(options: {
    course: Course;
    project: Project;
    apply: boolean;
    signal: AbortSignal;
    onMarked: (progress: { done: number; of: number }) => void;
  }): Promise<RegradeCase[]>;
  /** Offers a project's starter to those who are still at work on it. */
  release(options: { course: Course; project: Project; signal: AbortSignal }): Promise<Released[]>;
  /** Repositories for learners that staff have to look at. */
  openingTroubles(): Promise<OpeningTrouble[]>;
  /** What the database holds of the learner of this login; null where it knows nobody by it. */
  learner(
    login: string,
  ): Promise<
    (KnownLearner & { progress: Progress; challenged: readonly string[]; due: readonly DueProject[] }) | null
  >;
  /** Opens what is kept of people while some work is done with it. */
  withPeople<Result>(work: (people: People) => Promise<Result>): Promise<Result>;
  /** The files of somebody's portfolio: path and text. */
  portfolio(course: Course, learner: KnownPerson, people: People): Promise<Map<string, string>>;
  /** Learners whose records staff were warned of: they are erased soon. */
  expiring(): Promise<Quiet[]>;
  /** What the database holds of work that waits for staff. */
  waiting(): Promise<WaitingWork[]>;
  /** What the works of learners have in common, for staff alone. */
  alike(): Promise<AlikeItem[]>;
  /** Puts what works have in common aside, by its number; false where there is none of that number. */
  putAside(number: number, by: { id: number; login: string }): Promise<boolean>;
  /** Opens what is looked at twice, and who is who, while some work is done with it. */
  withSecondLooks<Result>(
    course: Course,
    work: (store: SecondLookStore, who: WhoIsWho) => Promise<Result>,
  ): Promise<Result>;
  /** Who is who, by the course in a folder and by its teams as they were read last; and whose a login is there. */
  who(
    courseDir: string,
    login: string,
  ): Promise<{ roster: Roster; account: { id: number; login: string } | null }>;
  /** What was found of commits, and what people said of them, by the database. */
  comparisons(): Promise<Comparison[]>;
  /** What a member of staff could know of their own reviews, by login, since a time (ms since 1970). */
  reviewNotes(login: string, since: number): Promise<ReviewNote[]>;
  /** Milliseconds since 1970. */
  now(): number;
  buildImages(course: Course, log: (line: string) => void): Promise<string[]>;
  serve(options: { courseDir: string; withWorker: boolean }): Promise<Running>;
  demo(
    options: { courseDir: string; port: number; signal: AbortSignal; tell: (line: string) => void },
    then: (result: DemoResult) => Promise<void>,
  ): Promise<void>;
  /** What `touchstone doctor` finds on this machine. */
  doctor(courseDir: string): Promise<DoctorResult[]>;
  work(options: { courseDir: string }): Promise<Running>;
}
