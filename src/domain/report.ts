import type { CheckButton } from './check.ts';

/** What GitHub shows of one commit's marking: the check run `Touchstone` and the text of the one sticky comment. */
export interface Report {
  check: CheckReport;
  /** Markdown of the sticky comment; null leaves the comment as it is. */
  comment: string | null;
}

export interface CheckReport {
  status: 'queued' | 'in_progress' | 'completed';
  /** Set when completed. Never `neutral` or `skipped`: both would satisfy a required check. */
  conclusion: 'success' | 'failure' | 'action_required' | 'cancelled' | null;
  title: string;
  /** Markdown, shown first. GitHub takes 65,535 characters of each. */
  summary: string;
  text: string | null;
  annotations: Annotation[];
  /** Buttons beside it; none by default. GitHub takes three. */
  actions?: readonly CheckAction[];
}

/** A button on the check. GitHub takes 20 characters of its label and identifier, and 40 of its description. */
export interface CheckAction {
  label: string;
  description: string;
  identifier: CheckButton;
}

/** A remark on a line of the submission. Lines are counted from 1, both ends included. */
export interface Annotation {
  path: string;
  startLine: number;
  endLine: number;
  level: 'notice' | 'warning' | 'failure';
  title: string;
  message: string;
}
