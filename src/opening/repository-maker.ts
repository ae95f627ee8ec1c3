import type { FileMap } from '../domain/course/file-map.ts';

export interface RepositoryName {
  owner: string;
  repo: string;
}

/** A repository that is there. */
export interface MadeRepository extends RepositoryName {
  /** GitHub's number of it. */
  repositoryId: number;
  /** Its default branch. */
  branch: string;
}

/** `in`: the account can push there already. */
export type Invited = 'invited' | 'in';

/** A starter that was mended, as a pull request brings it in. */
export interface MendedStarter {
  /** The commit that the repository's starter was last brought in by. */
  base: string;
  files: FileMap;
  message: string;
  title: string;
  /** Markdown. */
  words: string;
}

/** Makes repositories for learners on GitHub. Each method looks first, so that doing it again does no harm. */
export interface RepositoryMaker {
  /** What an account is called now, by its number; null where it is gone. */
  loginOf(owner: string, id: number, signal?: AbortSignal): Promise<string | null>;
  /** The repository of this name, made where there is none. */
  make(
    name: RepositoryName,
    about: { isPrivate: boolean; description: string },
    signal?: AbortSignal,
  ): Promise<MadeRepository>;
  /**
   * Commits the starter on top of what GitHub itself has put into a new repository. Resolves to that commit; null where somebody has
   * put something else there, which then stays as it is.
   */
  fill(
    repository: MadeRepository,
    starter: { files: FileMap; message: string },
    signal?: AbortSignal,
  ): Promise<string | null>;
  /**
   * Lets an account read and push, and nothing more. An invitation that has expired is made anew; one that stands is left as it is, so that
   * nobody is told twice.
   */
  invite(repository: MadeRepository, login: string, signal?: AbortSignal): Promise<Invited>;
  /** Whether the default branch requires our check from our App, whoever else may give a check of the same name. */
  isPinned(repository: MadeRepository, signal?: AbortSignal): Promise<boolean>;
  /** Makes the default branch require it. False where GitHub does not allow it, as in private repositories of its free plan. */
  pin(repository: MadeRepository, signal?: AbortSignal): Promise<boolean>;
  /**
   * Opens a pull request with a mended starter. Resolves to the commit that brings it in, and the pull request's number, null where it was
   * there before; null altogether where the repository's starter is this one already.
   */
  bring(
    repository: MadeRepository,
    starter: MendedStarter,
    signal?: AbortSignal,
  ): Promise<{ commit: string; number: number | null } | null>;
}
