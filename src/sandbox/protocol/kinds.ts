/**
 * What a frame is (docs/graders.md says who may send which). A learner's container may send READY, PENDING, REPLY,
 * CALLBACK, FATAL, PONG and IDLE; anything else from it is dropped.
 */
export const Kind = {
  /** worker -> both: a piece of a file. Payload: length of the path (2 bytes), path, bytes; pieces of one path follow each other. */
  file: 1,
  /** worker -> both: all files are there; payload: settings as JSON. */
  start: 2,
  /** both -> worker: everything up to `start` was read. */
  ready: 3,
  /** runner -> learner. Payload: milliseconds that the answer may take, a space (both taken off on the way), JSON. */
  request: 4,
  /** learner -> runner: the answer is a promise, and comes as a reply to the same id later. */
  pending: 5,
  /** learner -> runner: the answer; closes the id. */
  reply: 6,
  /** learner -> runner: calls a function that it was handed. The ids are the learner's own. */
  callback: 7,
  callbackPending: 8,
  callbackReply: 9,
  /** worker -> runner: a request cannot be answered. Payload: JSON of `Failure`. */
  failure: 10,
  /** learner -> worker: an error that nobody caught; the process ends. Payload: JSON of `Fatal`. */
  fatal: 11,
  /** worker -> learner: is its main thread alive? */
  ping: 12,
  pong: 13,
  /** runner -> worker: a test ended. Payload: JSON of `{ done }`. */
  progress: 14,
  /** runner -> worker: the report, a CTRF document. The last frame of a run. */
  report: 15,
  /** both -> worker: booted, and free for a run. A runner that can serve another run says it again after its report. */
  idle: 16,
  /** worker -> runner: the time of the run is over; what has been found so far is the report. */
  stop: 17,
} as const;

/** Why the worker answers in the learner's place. */
export type FailureReason =
  /** One call used more CPU time than it may. */
  | 'cpu-time'
  /** One call waited longer than it may, without computing. */
  | 'wait-time'
  /** A promise was not settled in the time that a call may take. */
  | 'promise-time'
  /** One call took far too long on the clock, and it is not known whether it or the machine is why. */
  | 'call-time'
  /** The calls of one test together: as the CPU time, the waiting and the clock of one call. */
  | 'test-cpu-time'
  | 'test-wait-time'
  | 'test-time'
  /** The whole run took longer than it may, on the clock. */
  | 'total-time'
  | 'memory'
  /** It sent more than may be sent in a run, or something that is no answer. */
  | 'output'
  /** The process ended while it was asked. */
  | 'ended'
  /** It had to be stopped so often that it is not started again. */
  | 'stopped-too-often';

export interface Failure {
  reason: FailureReason;
  /** Exit code, where the process ended by itself. */
  code: number | null;
  /** The learner's error that ended the process, as it said itself. */
  error: { name: string; message: string; file: string | null; line: number | null } | null;
}
