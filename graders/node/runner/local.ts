/** Frames between the supervisor and its test processes; they never leave the runner's container. */
export const Local = {
  /** supervisor -> tests: something of a test was sent to the submission. */
  told: 100,
  /** tests -> supervisor: what one test process found. Payload: JSON of `FileResults`. */
  results: 101,
  /** tests -> supervisor: a test ended. */
  ended: 102,
} as const;

/** Where test processes reach the supervisor. */
export const CHANNEL_PATH = '/tmp/touchstone.sock';

export const CHANNEL = 'touchstone';

/** The folder that the test files are written to, under `public/` and `hidden/`. */
export const TESTS = '/exam';
