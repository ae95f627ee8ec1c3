import type { Logger } from 'pino';
import type { TeamReader } from './team-reader.ts';
import type { TeamStore } from './team-store.ts';

export interface RefreshDeps {
  reader: TeamReader;
  store: TeamStore;
  log: Logger;
}

/**
 * Reads each team from GitHub, and keeps who is in it. A team that GitHub does not have gives nobody anything from now on; one that cannot be
 * read stays as it was known, and the others are read all the same. Rejects with the first failure when all have been tried.
 */
export async function refreshTeams(
  teams: readonly string[],
  { reader, store, log }: RefreshDeps,
  signal: AbortSignal,
): Promise<void> {
  const failures: unknown[] = [];
  await store.keepOnly(teams);
  for (const team of teams) {
    signal.throwIfAborted();
    try {
      const members = await reader.members(team, signal);
      if (members === null) log.warn({ team }, 'GitHub has no such team, so it gives nobody a role');
      await store.keep(team, members ?? []);
    } catch (error) {
      signal.throwIfAborted();
      log.warn({ err: error, team }, 'a team could not be read; who was in it a day ago at most still is');
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
