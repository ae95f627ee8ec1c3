import type { CorrectiveKind } from '../../domain/course/corrective.ts';
import type { DecisionName } from '../../domain/course/decision.ts';
import type { Evidence } from '../../domain/results.ts';
import type { UnitState } from '../graph/standing.ts';
import type { GivenReview, GivenSession, RecheckRow } from './learner-rows.ts';

// The mastery record of one learner. It names no other person, but what they are in the school. Times are ISO 8601.

/** A criterion that an attempt has missed, and what the learner was given to go on with. */
export interface Missed {
  criterion: string;
  title: string;
  corrective: { number: number; kind: CorrectiveKind; text: string } | null;
}

/** What was found of a criterion, and by what. */
export interface Found {
  stage: string;
  criterion: string;
  title: string;
  met: boolean;
  /** Share of its evidence that passed, 0 to 1. */
  score: number;
  /** Each test, rule or measure that was looked at, by its name; `count`: how often a rule is broken. What hidden tests put in is not told. */
  evidence: { id: string; status: Evidence['status']; count?: number }[];
}

/** One commit that was assessed: the same commit is the same attempt. */
export interface AttemptRecord {
  /** Counted from 1, in the project. */
  number: number;
  /** When the learner was told for the first time. */
  at: string;
  commit: string;
  pullRequest: string;
  decision: DecisionName;
  /** The id of the rubric of then; null in records from before it was kept. */
  rubric: string | null;
  /** Which parallel form of the hidden tests it met, where there are several. */
  form: string | null;
  stages: { id: string; status: string; score: number; threshold: number; met: boolean }[];
  /** Our number of the run: by it and the commit everything that was found can be looked up. */
  run: number | null;
  found: Found[];
  missed: Missed[];
  /** The last word of a person; null where nobody has said anything. */
  signedBy: 'staff' | null;
  signed: { at: string; says: 'mastered' | 'not-yet'; why: string | null; found: DecisionName } | null;
  reviews: { as: GivenReview['as']; says: GivenReview['says']; at: string }[];
}

export interface ProjectRecord {
  slug: string;
  title: string;
  status: DecisionName;
  /** Once mastered, it stays so. */
  masteredAt: string | null;
  attempts: AttemptRecord[];
  sessions: (Omit<GivenSession, 'project' | 'at'> & { at: string })[];
  /** Looks at it some weeks later. One that was missed takes nothing away. */
  rechecks: { state: RecheckRow['state']; at: string }[];
  /** The last look was missed: it is due to be looked at again. It is mastered all the same. */
  due: boolean;
}

export interface UnitRecord {
  id: string;
  title: string;
  enrichment: boolean;
  status: UnitState;
  masteredAt: string | null;
  /** Those that the learner has handed in. */
  projects: ProjectRecord[];
}

/** A criterion of one project, at one time. */
export interface Shown {
  project: string;
  criterion: string;
  at: string;
}

export interface SkillRecord {
  skill: string;
  /** When it was mastered for the first time; null while it was not. It stays so. */
  masteredAt: string | null;
  /** Where it was shown: criteria that are met in mastered work. */
  shown: Shown[];
  /** Where it was missing in work on another project after it was mastered: a reason to offer support, and nothing else. */
  contradictions: Shown[];
}

export interface MasteryRecord {
  course: string;
  learner: { login: string };
  madeAt: string;
  units: UnitRecord[];
  /** Projects that the course has no more. */
  formerProjects: ProjectRecord[];
  skills: SkillRecord[];
  /** Reviews that the learner has given to others. */
  reviewsGiven: { project: string; at: string }[];
}
