/**
 * One small change of a program, as somebody might get it wrong: the text that takes the place of the bytes from `start` up to
 * `end`, which are not among them.
 */
export interface Mutation {
  file: string;
  start: number;
  end: number;
  replacement: string;
}
