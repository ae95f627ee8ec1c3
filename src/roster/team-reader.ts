/** Reads teams from GitHub. */
export interface TeamReader {
  /**
   * GitHub's numbers of everybody in a team (`organisation/team`), and in the teams below it. Null where GitHub says that there is no
   * such team. Rejects where it does not say, or does not let us see it.
   */
  members(team: string, signal?: AbortSignal): Promise<number[] | null>;
}
