import { GitHubError } from '../domain/errors/github.ts';
import type { PublishOutcome } from './publisher.ts';

export type Recovery =
  { do: 'look-again'; afterMs: number } | { do: 'end'; outcome: PublishOutcome } | { do: 'throw' };

/** Rounds of looking and writing, and the pause before the second; each further pause is twice as long. */
const publishRounds = { most: 4, pauseMs: 1_000 };

/**
 * Decides how to go on after a request of a publication failed: look at what is there and plan again, where the write
 * may have worked or what it was for has just been deleted; end, where GitHub does not let us; or hand the error on.
 *
 * @param at what was being written; the check comes first
 * @param round counted from 1
 */
export function afterPublishFailure(error: unknown, at: 'check' | 'comment', round: number): Recovery {
  if (!(error instanceof GitHubError)) return { do: 'throw' };
  const again: Recovery = { do: 'look-again', afterMs: publishRounds.pauseMs * 2 ** (round - 1) };
  const mayLook = round < publishRounds.most;
  const closed: Recovery = { do: 'end', outcome: at === 'check' ? 'unreachable' : 'check-only' };
  switch (error.code) {
    case 'github.unclear':
      return mayLook ? again : { do: 'throw' };
    case 'github.gone':
      // Something was deleted this moment, or does not show yet; once more is enough to find out.
      return round === 1 ? again : closed;
    case 'github.forbidden':
      return closed;
    case 'github.rate-limited':
    case 'github.unavailable':
    case 'github.unauthorized':
    case 'github.no-reviewer':
    case 'github.refused':
    case 'github.unexpected-answer':
      return { do: 'throw' };
  }
}
