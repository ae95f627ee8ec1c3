import type { CheckAction } from '../../domain/report.ts';
import { mayAppeal, type OutcomeKind, type Subject } from './outcome.ts';
import { phrases } from './phrases.ts';

const button = (identifier: CheckAction['identifier']): CheckAction => ({
  identifier,
  ...phrases.buttons[identifier],
});

/** The buttons on a check that has its result: those that lead somewhere from there. */
export function actionsOf(kind: OutcomeKind, subject: Subject): CheckAction[] {
  switch (kind) {
    case 'not-yet':
      return [button('mark'), ...(mayAppeal(kind, subject) ? [button('appeal')] : [])];
    case 'awaiting-review':
      return [button('mark'), button('approve')];
    case 'mastered':
    case 'practice':
      return [button('mark')];
  }
}
