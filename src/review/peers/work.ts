import type { DecisionName } from '../../domain/course/decision.ts';
import type { StageResult } from '../../domain/results.ts';
import type { PeerSituation } from './plan.ts';

/** How a pull request stands, as it is kept. */
export interface KeptWork {
  open: boolean;
  draft: boolean;
  /** A commit of it was signed off as mastered. */
  signedOff: boolean;
  /** Staff have said something of its head. */
  headIsSigned: boolean;
  /** What the last attempt at its head came to; null while there is none. */
  told: {
    decision: DecisionName | null;
    stages: readonly Pick<StageResult, 'id' | 'status' | 'met'>[];
  } | null;
}

/**
 * Whether work is ready for peers: everything that the machine looks at is met, style too where it counts, and a person is to look.
 * Where the machine alone decides, and where staff have said something, there is nothing that peers could advise.
 */
export function workOf({ open, draft, signedOff, headIsSigned, told }: KeptWork): PeerSituation['work'] {
  if (!open || signedOff) return 'over';
  if (draft || headIsSigned || told?.decision !== 'awaiting-review') return 'not-ready';
  const looked = told.stages.filter(({ id }) => id !== 'review');
  return looked.every(({ status, met }) => status === 'completed' && met) ? 'ready' : 'not-ready';
}
