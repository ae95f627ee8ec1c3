import type { Quiet } from './keeping.ts';

/** How long ago something came of each person. */
export interface KeepingStore {
  now(): Promise<number>;
  /** People of whom nothing has come since a time (ms since 1970), and those of whom staff were warned. */
  quietSince(lastBefore: number): Promise<Quiet[]>;
  /** Staff see from now on when what is kept of somebody will be erased (ms since 1970). The time of the first warning stays. */
  warned(id: number, dueAt: number): Promise<void>;
  forgiven(id: number): Promise<void>;
}
