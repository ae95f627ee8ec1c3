import { look, type LookDeps } from '../../look.ts';
import { done, type Handler } from '../call.ts';

/** Marks the head once more. */
export function mark(deps: LookDeps): Handler<'mark'> {
  return async (_command, { pull, deliveryId }) => {
    await look(pull, { cause: 'rerun', deliveryId }, null, deps);
    return done;
  };
}
