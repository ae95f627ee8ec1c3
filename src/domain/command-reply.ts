import type { Refusal } from './refusal.ts';
import type { StageResult } from './results.ts';

/** Whose a command is. `author`: the learner whose pull request it is. `staff`: leads too. */
export type Whose = 'author' | 'staff';

/** How a command is given, and what it does. */
export interface CommandUsage {
  usage: string;
  does: string;
}

/** What is said to somebody who gave a command in a comment. */
export type CommandReply =
  | { kind: 'help'; commands: readonly CommandUsage[] }
  | { kind: 'unknown'; name: string; nearest: CommandUsage }
  | { kind: 'incomplete'; usage: string; expected: string }
  /** It is somebody else's: whose. */
  | { kind: 'not-yours'; usage: string; whose: readonly Whose[] }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'no-criterion'; asked: string; known: readonly string[] }
  /** One criterion; `found` is its stage with it alone, null where nothing has been found yet. */
  | { kind: 'explanation'; project: string; criterion: string; found: StageResult | null };
