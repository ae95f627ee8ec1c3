import type { DecisionName } from '../domain/course/decision.ts';
import type { Days } from '../domain/people/calendar.ts';

// What happened, as far as it says how learners get on: numbers and ids, no words of anybody. Every event follows from rows that are
// kept, or from a delivery when it is taken; `at` is when GitHub or we saw it, never what a commit says of itself. An event tells
// what was known then: replaying them up to a time gives what was known at that time.

/** What every event has. */
interface Happened {
  /** GitHub's number of the learner. */
  learner: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** Of a learner and a project, by its slug. */
interface OfProject extends Happened {
  project: string;
}

/** The project is the learner's from now on: its unit is open to them, and they have a repository or may make one. It says nothing of work. */
export interface ProjectOpened extends OfProject {
  kind: 'project-opened';
}

/** A pull request was opened, or is ready for review now: `draft` says which of the two it is. */
export interface PullOpened extends OfProject {
  kind: 'pull-opened';
  draft: boolean;
}

/** Commits came to the learner's repository, on any branch but the starter's. */
export interface Pushed extends OfProject {
  kind: 'push';
  /** How many came at once. */
  commits: number;
}

/** An attempt waits for its marking: until it is assessed or refused, it is we who are waited for. A newer push takes its place. */
export interface HandedIn extends OfProject {
  kind: 'handed-in';
}

/** What an attempt has shown of a criterion. */
export interface AssessedCriterion {
  id: string;
  met: boolean;
  essential: boolean;
}

/** An attempt was marked and its result told. Practice is no attempt, and the same commit marked again is the same one. */
export interface Assessed extends OfProject {
  kind: 'assessed';
  decision: DecisionName;
  /** Of the stages that were completed. */
  criteria: readonly AssessedCriterion[];
  /** What failed and how, one signature for each failure: the same signature is the same failure. */
  failures: readonly string[];
}

/** The pull request could not be marked as it is (its form, a submission that is too large): the learner has to change it. */
export interface Refused extends OfProject {
  kind: 'refused';
}

/**
 * A criterion was missed, and this is the next way to it; `number` is counted from 1, null where all were given and a person is called: from
 * then on staff are waited for, until a `session` or a decision that is not 'not yet'.
 */
export interface CorrectiveGiven extends OfProject {
  kind: 'corrective-given';
  criterion: string;
  number: number | null;
}

/** Somebody's look is waited for: peers', or staff's last word. */
export interface ReviewAsked extends OfProject {
  kind: 'review-asked';
  of: 'peer' | 'staff';
}

/** Nobody's look is waited for any more, though none came: the request was withdrawn, or nobody is left to ask. */
export interface ReviewOver extends OfProject {
  kind: 'review-over';
  of: 'peer' | 'staff';
}

/** A peer or staff have said something of the work. Of staff, `changes-requested` is a 'not yet'; an approval is followed by `mastered`. */
export interface Reviewed extends OfProject {
  kind: 'reviewed';
  by: 'peer' | 'staff';
  says: 'approved' | 'changes-requested' | 'commented';
}

/** The learner wrote on the pull request; `command` names the command that it was, null where it was none. */
export interface Commented extends OfProject {
  kind: 'comment';
  command: string | null;
}

/** The learner asks for a person to look at a decision; it is waited for until `appeal-ended`. */
export interface Appealed extends OfProject {
  kind: 'appeal';
}

export interface AppealEnded extends OfProject {
  kind: 'appeal-ended';
}

/** Staff have spent time with the learner. */
export interface SessionHeld extends OfProject {
  kind: 'session';
  minutes: number;
  criterion: string | null;
}

/** The project is mastered, by an attempt or a person's word. */
export interface Mastered extends OfProject {
  kind: 'mastered';
}

/** Staff want to hear of it no sooner than `until` (milliseconds since 1970). */
export interface Snoozed extends OfProject {
  kind: 'snoozed';
  until: number;
}

/** Days on which nothing is expected of the learner, both included, told at `at`: before they begin, or when they are half over. */
export interface LeaveTold extends Happened {
  kind: 'leave';
  days: Days;
}

/** In time, the earliest first; of the same time, in the order in which they came about. */
export type ActivityEvent =
  | ProjectOpened
  | PullOpened
  | Pushed
  | HandedIn
  | Assessed
  | Refused
  | CorrectiveGiven
  | ReviewAsked
  | ReviewOver
  | Reviewed
  | Commented
  | Appealed
  | AppealEnded
  | SessionHeld
  | Mastered
  | Snoozed
  | LeaveTold;
