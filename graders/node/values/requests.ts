import type { LimitBehind } from '../../../src/sandbox/verdict/limit-behind.ts';
import type { Graph, WireNode } from './wire.ts';

/** What the runner asks of the submission, as JSON in a request frame. */
export type Request =
  | { op: 'load'; module: string }
  | { op: 'call' | 'construct'; target: Target; args: Graph }
  | { op: 'get' | 'has'; target: Target; key: string }
  | { op: 'set'; target: Target; key: string; value: Graph }
  /** Runs a regular expression. */
  | { op: 'match'; target: Target; text: string; lastIndex: number }
  | { op: 'keys'; target: Target }
  | { op: 'instanceof'; target: Target; value: Graph }
  | { op: 'settle'; target: Target }
  /** Asked before the test's arguments are known there, so that its error can be shown to the learner. */
  | { op: 'check-program'; entry: string | null }
  | { op: 'start-server' }
  | ({ op: 'run' } & ProgramRequest)
  | ({ op: 'fetch' } & HttpRequest)
  | { op: 'stop-server' }
  | { op: 'wait'; ms: number };

/** An export, or something that the learner's side handed over; `key`: a member of it. */
export type Target = ({ module: string; name: string } | { handle: number }) & { key?: string };

/** The name of all of a module's exports, as one object. */
export const ALL = '*';

/** A call of a function that the learner was handed. */
export interface CallbackRequest {
  handle: number;
  args: Graph;
}

export interface ProgramRequest {
  args: string[];
  stdin: string;
  /** Under paths relative to the working folder, base64. */
  files: Record<string, string>;
  env: Record<string, string>;
  /** The program's file; null: what package.json says. */
  entry: string | null;
  /** Milliseconds. */
  timeout: number;
}

export interface ProgramResult {
  stdout: string;
  stderr: string;
  code: number | null;
  signal: string | null;
  /** Every file of the working folder afterwards, as text. */
  files: Record<string, string>;
}

export interface HttpRequest {
  method: string;
  path: string;
  headers: [string, string][];
  /** Base64. */
  body: string;
  timeout: number;
}

export interface HttpResponse {
  status: number;
  headers: [string, string][];
  body: Uint8Array;
}

/** What comes back for a request or a callback. `back`: the nodes of the arguments, where the call changed them. */
export type Answer =
  { value: Graph; back?: WireNode[] } | { thrown: Graph; back?: WireNode[] } | { failed: AnswerFailure };

export interface AnswerFailure {
  reason:
    /** The value cannot cross. */
    | 'crossing'
    /** It belonged to a process that was stopped. */
    | 'stale'
    /** The process is a fresh one, and this module has not been loaded in it. */
    | 'not-loaded'
    /** A program or a server used too much CPU time, only waited, or was too slow on the clock. */
    | 'program-cpu-time'
    | 'program-wait-time'
    | 'answer-time'
    | 'program-time'
    | 'program-output'
    | 'program-memory'
    | LimitBehind;
  text: string;
}
