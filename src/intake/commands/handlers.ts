import type { Handlers } from './call.ts';
import { explain, type ExplainDeps } from './handlers/explain.ts';
import { help } from './handlers/help.ts';
import { mark } from './handlers/mark.ts';
import { approve, requestChanges } from './handlers/verdict.ts';
import type { LookDeps } from '../look.ts';
import type { VerdictDeps } from '../take-verdict.ts';

/** Everything that commands work with; what a single one needs stands beside it. */
export type HandlerDeps = ExplainDeps & LookDeps & VerdictDeps;

/** What does each command. A new one is a file in `handlers/`, a line here, and its entry in `command.ts`. */
export function handlersOf(deps: HandlerDeps): Handlers {
  return {
    help: help(),
    mark: mark(deps),
    explain: explain(deps),
    approve: approve(deps),
    'request-changes': requestChanges(deps),
  };
}
