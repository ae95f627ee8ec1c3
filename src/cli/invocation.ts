import type { Parts } from './parts.ts';
import type { Terminal } from './terminal.ts';

/** What the program is run with. */
export interface Invocation {
  argv: readonly string[];
  parts: Parts;
  terminal: Terminal;
  defaultCourse: string;
  /** Aborted by the first SIGINT or SIGTERM. */
  signal: AbortSignal;
}
