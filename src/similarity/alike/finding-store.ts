import type { PullRequestRef } from '../../domain/submission.ts';
import type { Finding, FindingKind, KnownFinding } from './finding.ts';

/** A finding as staff are to see it. Times are milliseconds since 1970. */
export interface FindingForStaff {
  id: number;
  kind: FindingKind;
  project: string;
  score: number;
  threshold: number;
  foundAt: number;
  /** Who has put it aside, and when; null while nobody has. */
  seen: { login: string; at: number } | null;
  members: readonly {
    learnerId: number;
    login: string;
    pull: PullRequestRef;
    places: readonly { file: string; start: number; end: number }[];
    since: number;
    joinedAt: number;
  }[];
}

/** Somebody has looked at a learner's work, or spent time with them. */
export interface Contact {
  learnerId: number;
  /** Who did. */
  by: number;
  login: string;
  how: 'review' | 'session' | 'pairing';
  /** Milliseconds since 1970. */
  at: number;
}

/** What works were found to have in common. Nobody but staff see any of it. */
export interface FindingStore {
  /** Findings of a project that one of these learners is in. */
  about(project: string, learnerIds: readonly number[]): Promise<KnownFinding[]>;
  /**
   * Keeps a finding; `id`: as what is known of an older one, whose members stay. What has stood somewhere longer than is said now has
   * stood there since then. Resolves to its number.
   */
  keep(finding: Finding, id: number | null): Promise<number>;
  forStaff(): Promise<FindingForStaff[]>;
  /** Puts one aside until somebody joins it. False where there is none of that number. */
  putAside(id: number, by: { id: number; login: string }): Promise<boolean>;
  /** Those of which no two are left, as somebody was erased, are over, and those of projects that are not compared any more. */
  clear(compared: readonly string[]): Promise<void>;
  /** Who has looked at the work of whom, or spent time with whom, by learner. */
  contacts(learnerIds: readonly number[]): Promise<Contact[]>;
  /** Who has handed in work for a project between two times (ms since 1970). */
  learnersOf(project: string, from: number, to: number): Promise<number[]>;
}
