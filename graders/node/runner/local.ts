/** Frames between the supervisor and its test processes; they never leave the runner's container. */
export const Local = {
  /** supervisor -> tests: something of a test was sent to the submission. */
  told: 100,
  /** tests -> supervisor: a test ended. Payload: JSON of `TestResult`. */
  test: 101,
  /** tests -> supervisor: all tests have ended. Payload: JSON of `BrokenFile[]`. */
  end: 102,
  /** tests -> supervisor: booted, and waiting for its order. */
  waiting: 103,
} as const;

/** Descriptors of a test process. */
export const Descriptor = {
  /** Questions to the submission; the answers arrive on the line of the test file. */
  questions: 3,
  /** What becomes of the tests. */
  results: 4,
  /** Its order arrives. Not on standard input, which a framework may make non-blocking while it boots. */
  order: 5,
} as const;

/**
 * Ids of one line's questions begin at its number times this, so that an answer finds its line, and an answer that
 * comes too late for its line finds nothing.
 */
export const IDS = 2 ** 20;

export const CHANNEL = 'touchstone';

/** The folder that the test files are written to, under `public/` and `hidden/`. */
export const TESTS = '/exam';

/** The other folder of the runner's container that can be written to. */
export const SCRATCH = '/tmp';
