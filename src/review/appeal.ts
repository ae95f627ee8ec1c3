import type { NoAppeal } from '../domain/command-reply.ts';
import type { DecisionName } from '../domain/course/decision.ts';

/** How the work stands that a person is asked to look at. */
export interface AppealedWork {
  open: boolean;
  draft: boolean;
  /** The last word on the head: a person's, or the machine's; null while it has come to nothing. */
  decision: DecisionName | null;
}

/** Why a person need not be asked for; null where one is. Whatever says 'not yet', a machine or a person, can be asked about. */
export function noAppealOf({ open, draft, decision }: AppealedWork): NoAppeal | null {
  if (!open) return 'closed';
  if (draft) return 'practice';
  if (decision === null) return 'not-marked-yet';
  if (decision === 'awaiting-review') return 'awaits-a-person';
  return decision === 'mastered' ? 'mastered' : null;
}
