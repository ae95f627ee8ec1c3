import type { Project } from '../domain/course/project.ts';
import type { ErrorReport } from '../domain/errors/touchstone-error.ts';
import type { PeersSeen } from '../domain/peers.ts';
import type { DueNow, OpenNow } from '../domain/open-now.ts';
import type { Signed } from '../domain/signed.ts';
import type { Report } from '../domain/report.ts';
import type { Marking } from '../domain/results.ts';

/** Everything that a run may have to say, as functions that draw it. They are pure. */
export interface Rendering {
  /** @param facts `place` is counted from 1; `expectedSeconds` until the decision, null where nobody knows yet */
  queued(facts: { place: number; expectedSeconds: number | null; draft: boolean }): Report;
  running(facts: { draft: boolean }): Report;
  retrying(facts: { reasonCode: string }): Report;
  marking(facts: {
    project: Project;
    marking: Marking;
    headSha: string;
    draft: boolean;
    previous: Marking | null;
    /** What a person has said last on the pull request. */
    signed: Signed | null;
    /** The learner has asked for a person, and none has looked yet. */
    appealed: boolean;
    /** What peers do and have said on it. */
    peers: PeersSeen | null;
    /** Null where there is no occasion to say what else is open. */
    open: OpenNow | null;
    /** A mastered project that is due to be looked at again, where there is an occasion to say it. */
    due: DueNow | null;
    /** What they are called who may be asked to work with the learner, where a next step is to work with somebody. */
    volunteers: readonly string[];
    /** Whose it is is a learner of the school: only then is there somebody to ask. */
    isLearner: boolean;
    /** It is a re-check of what was mastered some weeks ago. */
    isRecheck: boolean;
    /** Everybody can see it: only the decision and the next steps are shown. */
    isPublic: boolean;
    /** Skills that were mastered in other projects, and that this work lacks. */
    missingAgain: readonly string[];
  }): Report;
  refused(facts: { error: ErrorReport }): Report;
  givenUp(facts: { reasonCode: string }): Report;
}
