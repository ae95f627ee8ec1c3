export type Language = 'js' | 'ts' | 'py' | 'java';

/** One of the two halves: one to develop on, one that is looked at once. No person and no task is in both. */
export type Half = 'dev' | 'held';

/** What one person handed in: the texts by path. */
export interface Submission {
  readonly owner: string;
  readonly files: Readonly<Record<string, string>>;
}

export interface Task {
  readonly dataset: string;
  readonly name: string;
  readonly language: Language;
  readonly submissions: readonly Submission[];
  /** What everybody was given, by path, where it is known. */
  readonly starter: Readonly<Record<string, string>>;
}

export const LEVELS = ['L1', 'L2', 'L3', 'L4', 'L5', 'P'] as const;
export type Level = (typeof LEVELS)[number];
