import type { PeerWork } from '../../peers/peer-work.ts';
import { done, type Handler, not, told } from '../call.ts';

export interface RequestReviewDeps {
  peerWork: Pick<PeerWork, 'askAgain'>;
}

/** Asks peers for a look at the head, where the rubric wants them and none of them is looking. */
export function requestReview({ peerWork }: RequestReviewDeps): Handler<'request-review'> {
  return async (_command, { pull, state, whose }) => {
    if (state.recheck !== undefined) return not({ kind: 'no-peers', because: 'recheck' });
    const answer = await peerWork.askAgain(pull, { byStaff: whose.has('staff') });
    if ('again' in answer) return answer;
    switch (answer.came) {
      case 'asked':
        return done;
      // It may be this very comment that they were asked by.
      case 'looking':
        return told({ kind: 'peers-looking' });
      case 'not-wanted':
      case 'no-learner':
      case 'over':
      case 'not-ready':
      case 'recheck':
      case 'said':
      case 'nobody':
        return not({ kind: 'no-peers', because: answer.came });
    }
  };
}
