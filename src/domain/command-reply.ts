import type { Doer } from './people/rights.ts';
import type { Refusal } from './refusal.ts';
import type { StageResult } from './results.ts';

/** Whose a command is. `learner`: whose pull request it is. `staff`: leads too. */
export type Whose = Doer;

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
  | { kind: 'explanation'; project: string; criterion: string; found: StageResult | 'not-in-public' | null }
  | { kind: 'no-appeal'; because: NoAppeal }
  | { kind: 'peers-looking' }
  | { kind: 'no-peers'; because: NoPeers }
  | { kind: 'no-unit'; asked: string; known: readonly string[] }
  /** A unit is open to them now; `already`: it was so before. `starts`: what `start` takes, where the school makes repositories. */
  | {
      kind: 'unit-open';
      unit: string;
      project: { slug: string; title: string };
      already: boolean;
      starts: string | null;
    }
  | { kind: 'unit-mastered'; unit: string }
  /** Something that comes first is not mastered yet. */
  | { kind: 'unit-waiting'; unit: string; id: string }
  /** The school makes no repositories. */
  | { kind: 'no-repositories' }
  | { kind: 'unit-started'; unit: string; project: { slug: string; title: string } }
  /** `push`: the same project in another form. Else another one, that shows the same in another story; `repository`: it is made. */
  | {
      kind: 'retake';
      unit: string;
      project: { slug: string; title: string };
      how: 'push' | 'hand-in' | 'repository';
    }
  | { kind: 'not-mastered' }
  /** Somebody looks at it, since so many hours. `to`: what whoever asks is called. */
  | { kind: 'claimed'; by: string; hours: number; to: string }
  /** Why a colleague cannot be given it. */
  | { kind: 'not-theirs'; login: string; because: 'no-staff' | 'own-work' | 'away' }
  | { kind: 'day-passed'; day: string }
  /** A session was noted, and the learner has had more of staff's time than the course sets. */
  | { kind: 'session-over'; minutes: number; most: number };

/**
 * Why no peers are asked. `said`: they have looked at this very commit. `nobody`: nobody can be asked now, and staff go on without.
 */
export type NoPeers = 'not-wanted' | 'no-learner' | 'over' | 'not-ready' | 'recheck' | 'said' | 'nobody';

/** Why there is nothing to ask a person for. */
export type NoAppeal =
  'closed' | 'practice' | 'recheck' | 'not-marked-yet' | 'awaits-a-person' | 'mastered' | 'asked-already';
