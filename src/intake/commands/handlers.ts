import type { LookDeps } from '../look.ts';
import type { VerdictDeps } from '../take-verdict.ts';
import type { Handlers } from './call.ts';
import { appeal, type AppealDeps } from './handlers/appeal.ts';
import { claim, type DeskDeps, snooze, useful } from './handlers/desk.ts';
import { explain, type ExplainDeps } from './handlers/explain.ts';
import { help } from './handlers/help.ts';
import { leave } from './handlers/leave.ts';
import { mark } from './handlers/mark.ts';
import { requestReview, type RequestReviewDeps } from './handlers/request-review.ts';
import { session, type SessionDeps } from './handlers/session.ts';
import { start, type StartDeps } from './handlers/start.ts';
import { challenge, retake, type UnitDeps } from './handlers/units.ts';
import { approve, requestChanges } from './handlers/verdict.ts';
import type { LeaveStore } from '../leave-store.ts';

/** Everything that commands work with; what a single one needs stands beside it. */
export type HandlerDeps = ExplainDeps &
  LookDeps &
  VerdictDeps &
  AppealDeps &
  RequestReviewDeps &
  UnitDeps &
  StartDeps &
  DeskDeps &
  SessionDeps & { leaves: LeaveStore };

/** What does each command. A new one is a file in `handlers/`, a line here, and its entry in `command.ts`. */
export function handlersOf(deps: HandlerDeps): Handlers {
  return {
    help: help(),
    mark: mark(deps),
    explain: explain(deps),
    approve: approve(deps),
    'request-changes': requestChanges(deps),
    'request-review': requestReview(deps),
    appeal: appeal(deps),
    challenge: challenge(deps),
    start: start(deps),
    retake: retake(deps),
    leave: leave(deps),
    claim: claim(deps),
    snooze: snooze(deps),
    session: session(deps),
    useful: useful(deps),
  };
}
