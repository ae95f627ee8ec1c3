import type {
  AskedRule,
  RefusedRule,
  StyleAttempt,
  StyleLanguage,
  StyleUnread,
} from '../../../../src/sandbox/analysis/style.ts';
import type { FileMeasured } from '../measures/own-share.ts';
import type { Shape } from '../measures/shape.ts';

/** A file, as text: line ends are line feeds. */
export interface Source {
  path: string;
  language: StyleLanguage;
  text: string;
}

export interface Finding {
  rule: string;
  line: number;
  column: number;
  message: string;
}

/** A comment of a file, with the marks of its language; `line`: where it begins. */
export interface Comment {
  line: number;
  text: string;
}

/** All that a tool says of a file. */
export interface Reading {
  findings: Finding[];
  comments: Comment[];
  /** The files that it names, as they are written there. */
  imports: string[];
  /** Texts in it that are long enough to be programs, and where each begins. */
  texts?: Comment[];
  unread: StyleUnread | null;
}

/** A tool for the files of some languages. It may throw, loop or die; what it throws ends its process. */
export interface Reader {
  /** What its rules' names begin with, such as `eslint/`. */
  prefix: string;
  /** From now on these rules are looked for. Names come without the prefix; the answer is what could not be taken. */
  prepare(rules: readonly AskedRule[]): RefusedRule[] | Promise<RefusedRule[]>;
  read(source: Source): Reading | Promise<Reading>;
  /** Measures the text that was read last, which is of its language; null if it cannot. */
  shape?(source: Source): Shape | null;
  /** Read before the first file of a submission comes, so that the tool is at its usual speed by then. */
  samples: Source[];
  sampleRules: AskedRule[];
}

export type Place = Omit<Finding, 'rule'>;

/** What is left of a reading once what the starter had is taken off. */
export interface Found {
  rules: { rule: string; count: number; places: Place[] }[];
  attempts: Omit<StyleAttempt, 'file'>[];
  imports: string[];
  /** Texts in it that may be programs. */
  texts: Comment[];
  /** Null where nobody asked, or where the tool measures nothing. */
  measured: FileMeasured | null;
  unread: StyleUnread | null;
}

export const NOTHING: Found = {
  rules: [],
  attempts: [],
  imports: [],
  texts: [],
  measured: null,
  unread: null,
};

/** What a reader is told of a file, before its bytes: the submission's, then as many of the starter's. */
export interface ToRead {
  path: string;
  language: StyleLanguage;
  starterBytes: number;
}

/** A file that is no text of its language. */
export function unreadable(unread: StyleUnread): Reading {
  return { findings: [], comments: [], imports: [], unread };
}
