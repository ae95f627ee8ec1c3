/** Somebody in a team, as GitHub said it last. */
export interface TeamMember {
  id: number;
  login: string;
}

/** Reads teams from GitHub. */
export interface TeamReader {
  /**
   * Everybody in a team (`organisation/team`), and in the teams below it. Null where GitHub says that there is no
   * such team. Rejects where it does not say, or does not let us see it.
   */
  members(team: string, signal?: AbortSignal): Promise<TeamMember[] | null>;
}
