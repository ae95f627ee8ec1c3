import type { TeamMember } from './team-reader.ts';

/** Who was in which team when GitHub was last asked. Teams are named `organisation/team`. */
export interface TeamStore {
  /** The members are all of them: who is not among them is not in the team any more. */
  keep(team: string, members: readonly TeamMember[]): Promise<void>;
  /** Forgets every other team: nobody is kept whom the course does not name. */
  keepOnly(teams: readonly string[]): Promise<void>;
  /** Everybody in the teams that were read no longer ago than this, by what GitHub then called them; the latest first. */
  accounts(withinMs: number): Promise<TeamMember[]>;
  /** The members of each team that was read no longer ago than this. */
  known(withinMs: number): Promise<ReadonlyMap<string, readonly number[]>>;
}
