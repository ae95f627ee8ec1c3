/** Where a command writes. Data goes to `out` and nothing else does; what is said about the work goes to `err`. */
export interface Terminal {
  out: (text: string) => void;
  err: (text: string) => void;
  /** A person watches: colours and a progress line make sense. */
  outIsTerminal: boolean;
  errIsTerminal: boolean;
  columns: number;
  /** Asks whoever sits there; absent where nobody does. */
  confirm?: (question: string) => Promise<boolean>;
}
