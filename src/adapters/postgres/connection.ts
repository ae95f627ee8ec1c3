import type { HandStore } from '../../marking/hand-store.ts';
import type { Rows } from './session.ts';

/** An open database of either kind. */
export interface Connection {
  rows: Rows;
  onWork: HandStore['onWork'];
  close: () => Promise<void>;
}
