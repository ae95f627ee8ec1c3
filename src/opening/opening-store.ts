import type { Invited, MadeRepository, RepositoryName } from './repository-maker.ts';

/** A repository that a learner is to have for a project. */
export interface WantedOpening {
  learner: number;
  unit: string;
  project: string;
}

/** One that is still to be made, or to be gone on with. */
export interface DueOpening extends WantedOpening {
  id: number;
  /** Its name, once it was chosen: it stays when the learner is renamed. */
  name: RepositoryName | null;
  tries: number;
}

/** One that was made. */
export interface Opened extends WantedOpening, MadeRepository {
  id: number;
  /** The commit that last brought the starter in; null where we did not put it there. */
  starterSha: string | null;
}

/** What staff have to look at. */
export interface OpeningTrouble extends RepositoryName {
  project: string;
  /**
   * `unpinned`: a pull request can be merged there without our check. `stuck`: it could not be made, again and again. `not-accepted`: its
   * learner was invited again and again, and has not come in.
   */
  what: 'unpinned' | 'stuck' | 'not-accepted';
  /** In a few words of GitHub's or ours; null where there are none. */
  why: string | null;
}

/** The repositories that are made for learners. */
export interface OpeningStore {
  /** What is wanted already is wanted once. */
  want(wanted: readonly WantedOpening[]): Promise<void>;
  /**
   * Of these learners, those for whom something may have opened: of whom a result, a person's word or a wish came within so many
   * milliseconds, or of whom nothing is known yet.
   */
  toLookAt(learners: readonly number[], withinMs: number): Promise<number[]>;
  /** For whom and for which projects repositories are there or on their way. */
  wanted(): Promise<WantedOpening[]>;
  due(): Promise<DueOpening[]>;
  /**
   * Chooses the name of a repository. False where it is somebody else's: a login that was renamed can be taken by another learner, who must not
   * get into the first one's work.
   */
  named(id: number, name: RepositoryName, login: string): Promise<boolean>;
  opened(
    id: number,
    made: { repositoryId: number; branch: string; starterSha: string | null; pinned: boolean },
  ): Promise<void>;
  /** Tried again after so many milliseconds. */
  failed(id: number, why: string, againMs: number): Promise<void>;
  /** Opened, and not looked at for this long. */
  uncheckedFor(ms: number): Promise<Opened[]>;
  checked(id: number, pinned: boolean): Promise<void>;
  /** Opened with our starter, its learner not known to have come in, and invited longer ago than this, fewer than so many times. */
  notAccepted(ms: number, times: number): Promise<Opened[]>;
  /** They were invited once more, or had come in before. */
  invited(id: number, came: Invited): Promise<void>;
  ofProject(project: string): Promise<Opened[]>;
  released(id: number, starterSha: string): Promise<void>;
  troubles(): Promise<OpeningTrouble[]>;
}
