const MINUTE = 60_000;

/** A container that waits longer than this for a run is replaced by a fresh one. */
export const SPARE_AGE_MS = 15 * MINUTE;
/** What serves one run after another serves none any more when it is this old. */
export const LASTING_AGE_MS = 60 * MINUTE;
/** How many runs a runner serves. */
export const RUNNER_RUNS = 500;
/** A kind of container that nobody has wanted for so long is not kept ready any more. */
export const FORGET_MS = 60 * MINUTE;
/** The longest run that a rubric can ask for (`limits.totalSeconds`), its containers' start and last words. */
const LONGEST_RUN_MS = 13 * MINUTE;

/** How long a container may live at the most: its time of waiting or serving, and one run more. */
export const LIFE_MS = {
  learner: SPARE_AGE_MS + LONGEST_RUN_MS,
  runner: LASTING_AGE_MS + LONGEST_RUN_MS,
  analyst: LASTING_AGE_MS + LONGEST_RUN_MS,
};
