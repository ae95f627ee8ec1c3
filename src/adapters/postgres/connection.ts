import type { HandStore } from '../../marking/hand-store.ts';
import type { Rows, Transact } from './session.ts';

/** An open database of either kind. */
export interface Connection {
  rows: Rows;
  transaction: Transact;
  onWork: HandStore['onWork'];
  /** Clears out of the files what deleted rows have left in them, as far as it is in our power. */
  purge: () => Promise<void>;
  close: () => Promise<void>;
}
