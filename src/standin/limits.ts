/** What GitHub allows before it refuses. */
export interface StandInLimits {
  /** Calls an hour of one installation; GitHub's primary limit starts at 5,000. */
  callsPerHour: number;
  /** Calls an hour without credentials. */
  anonymousCallsPerHour: number;
  /** Calls that create content; GitHub's secondary limit is 80 a minute and 500 an hour. */
  contentPerMinute: number;
  contentPerHour: number;
  /** Points a minute, of which a reading call costs 1 and a writing call 5; GitHub: 900. */
  pointsPerMinute: number;
  /** Entries of a tree that is listed with its folders, before it is cut short; GitHub: 100,000. */
  treeEntries: number;
}

/** GitHub's own, from "Rate limits for the REST API" and "REST API endpoints for Git trees". */
export const githubLimits: StandInLimits = {
  callsPerHour: 5_000,
  anonymousCallsPerHour: 60,
  contentPerMinute: 80,
  contentPerHour: 500,
  pointsPerMinute: 900,
  treeEntries: 100_000,
};
