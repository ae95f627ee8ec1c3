/** Work that one process does for all of them from time to time. The database says whose turn it is. */
export interface ChoreStore {
  /**
   * True for exactly one of those who ask at the same time, when the chore was last begun at least `everyMs` ago or
   * somebody asked for it.
   */
  claim(name: string, everyMs: number): Promise<boolean>;
  finish(name: string): Promise<void>;
  /** Makes the chore due in `waitMs` (default: now), whenever it was last done. */
  request(name: string, waitMs?: number): Promise<void>;
}
