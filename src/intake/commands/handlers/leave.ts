import type { LeaveStore } from '../../leave-store.ts';
import { done, givenBy, type Handler } from '../call.ts';

/** Notes on which days the learner of the pull request is away. When is nobody else's matter, so it is answered with the sign alone. */
export function leave({ leaves }: { leaves: LeaveStore }): Handler<'leave'> {
  return async ({ from, to }, call) => {
    const { id, login } = call.comment.by;
    await leaves.tell({
      person: call.state.learner.id,
      days: { from, to },
      by: { id, login },
      given: givenBy(call),
      at: call.comment.createdAt,
    });
    return done;
  };
}
