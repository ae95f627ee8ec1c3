import type { HandStore } from '../../marking/hand-store.ts';
import type { Rows, Transact } from './session.ts';

/** An open database of either kind. */
export interface Connection {
  rows: Rows;
  transaction: Transact;
  onWork: HandStore['onWork'];
  close: () => Promise<void>;
}
