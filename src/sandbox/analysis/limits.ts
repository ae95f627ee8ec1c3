/** What one analysis may use. */
export interface AnalysisLimits {
  /** Time on the clock for all files together, from when they have arrived. */
  seconds: number;
  memoryMiB: number;
  /** How many submissions one analyst reads, one after another, before a fresh one takes its place. */
  submissions: number;
}

/**
 * Far more than a learner's project needs: two hundred files are read in half a second. The memory is what a learner's
 * container has by default, in whose place of the machine an analysis stands.
 */
export const ANALYSIS_LIMITS: AnalysisLimits = { seconds: 30, memoryMiB: 256, submissions: 1 };
