import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../domain/clock.ts';
import type { DecisionName } from '../domain/course/decision.ts';
import { CHECK_NAME } from '../domain/check.ts';
import type { StandIn } from '../standin/stand-in.ts';

/** What has been seen of one pull request; times in milliseconds since its push began. */
export interface Sight {
  /** 'queued', 'running', or the decision; 'failed' where Touchstone gave up. */
  state: 'pushed' | 'queued' | 'running' | 'decided' | 'failed';
  decision: DecisionName | null;
  title: string;
  firstCheckMs: number | null;
  decisionMs: number | null;
}

const decisions: Readonly<Record<string, DecisionName>> = {
  success: 'mastered',
  failure: 'not-yet',
  action_required: 'awaiting-review',
};

// Short against what is measured (seconds), long against what a look costs.
const lookEveryMs = 25;

/**
 * Watches a pull request until it has its decision, or until Touchstone gave it up, or until `signal` is aborted.
 * A decision counts when the check has its conclusion and the comment stands.
 */
export async function watch(
  standIn: StandIn,
  pull: { repository: string; number: number; pushedAt: number },
  { clock, signal, onSight }: { clock: Clock; signal: AbortSignal; onSight: (sight: Sight) => void },
): Promise<Sight> {
  let sight: Sight = { state: 'pushed', decision: null, title: '', firstCheckMs: null, decisionMs: null };
  while (!signal.aborted) {
    const seen = standIn.look(pull);
    const check = seen.checks.find((run) => run.name === CHECK_NAME);
    if (check !== undefined) {
      const since = clock.now() - pull.pushedAt;
      const concluded = check.status === 'completed';
      const decision = concluded ? (decisions[check.conclusion ?? ''] ?? null) : null;
      const done = concluded && (decision === null || seen.comments.length > 0);
      const state = done
        ? decision === null
          ? 'failed'
          : 'decided'
        : check.status === 'queued'
          ? 'queued'
          : 'running';
      const next: Sight = {
        state,
        decision: done ? decision : null,
        title: check.title ?? '',
        firstCheckMs: sight.firstCheckMs ?? since,
        decisionMs: done ? since : null,
      };
      if (next.state !== sight.state) onSight(next);
      sight = next;
      if (done) return sight;
    }
    await pause(lookEveryMs);
  }
  return sight;
}
