/** One piece of a program, without what somebody changes who only rewrites it in other words. */
export interface Token {
  /** What it is: `if`, `+`, `call`, `v` for a name of the submission's own. */
  symbol: string;
  /**
   * The word itself, where it says something of its own: a name that comes from elsewhere (`map`, `console`), a text, a number. Empty where it
   * does not.
   */
  word: string;
  /** Counted from 1. */
  line: number;
}

/** A file of a submission, read. */
export interface Reading {
  path: string;
  /** `words`: it could not be parsed, or no grammar is there for it. */
  how: 'parsed' | 'words';
  /** In a form in which what can be written in two ways is read in one. */
  tokens: readonly Token[];
  /** As it was written. */
  leaves: readonly Token[];
}
