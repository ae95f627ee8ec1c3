/** The round that cuts to summaries what stands where everybody can see it now. */
export const publicityChore = 'publicity';

/** Where it is kept who can see a repository. */
export interface Publicity {
  /** A repository has become public, or private again. */
  setPublic(repositoryId: number, isPublic: boolean): Promise<void>;
}
