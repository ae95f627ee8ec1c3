import { BUSY } from '../../again.ts';
import { noAppealOf } from '../../../review/appeal.ts';
import type { AppealStore } from '../../../review/appeal-store.ts';
import type { SignOffStore } from '../../../review/sign-off-store.ts';
import { done, givenBy, type Handler, not } from '../call.ts';

export interface AppealDeps {
  appeals: AppealStore;
  signOffs: Pick<SignOffStore, 'decisionOn'>;
}

/** Asks for a person to look at the head. */
export function appeal({ appeals, signOffs }: AppealDeps): Handler<'appeal'> {
  return async ({ why }, call) => {
    const { repositoryId, number } = call.pull;
    const { open, draft, headSha, recheck } = call.state;
    if (recheck !== undefined) return not({ kind: 'no-appeal', because: 'recheck' });
    const decision = await signOffs.decisionOn(repositoryId, number, headSha);
    const nothing = noAppealOf({ open, draft, decision });
    if (nothing !== null) return not({ kind: 'no-appeal', because: nothing });
    const kept = await appeals.ask(
      { repositoryId, number, headSha },
      { given: givenBy(call), why: why === '' ? null : why, at: call.comment.createdAt },
    );
    switch (kept) {
      case 'asked':
      case 'known':
        return done;
      case 'busy':
        return BUSY;
      case 'asked-already':
      case 'not-marked-yet':
        return not({ kind: 'no-appeal', because: kept });
    }
  };
}
