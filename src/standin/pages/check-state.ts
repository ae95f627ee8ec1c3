import type { CheckRun } from '../world/entities.ts';

export type Mark = 'success' | 'failure' | 'attention' | 'neutral' | 'stopped' | 'waiting' | 'running';

/** How GitHub draws a check run: its mark, and the word for it. */
export function stateOf(run: CheckRun): { mark: Mark; word: string } {
  if (run.status === 'in_progress') return { mark: 'running', word: 'In progress' };
  if (run.status !== 'completed') return { mark: 'waiting', word: 'Queued' };
  switch (run.conclusion) {
    case 'success':
      return { mark: 'success', word: 'Successful' };
    case 'action_required':
      return { mark: 'attention', word: 'Action required' };
    case 'neutral':
      return { mark: 'neutral', word: 'Neutral' };
    case 'skipped':
      return { mark: 'stopped', word: 'Skipped' };
    case 'cancelled':
      return { mark: 'stopped', word: 'Cancelled' };
    case 'timed_out':
      return { mark: 'failure', word: 'Timed out' };
    case null:
    default:
      return { mark: 'failure', word: 'Failing' };
  }
}

/** The one mark for all checks of a commit: the worst of those that are done, unless one is still running. */
export function overall(runs: readonly CheckRun[]): { mark: Mark; title: string; line: string } | null {
  if (runs.length === 0) return null;
  const marks = runs.map((run) => stateOf(run).mark);
  const count = (...wanted: Mark[]) => marks.filter((mark) => wanted.includes(mark)).length;
  const counts = [
    [count('failure'), 'failing'],
    [count('attention'), 'waiting for someone to act'],
    [count('running', 'waiting'), 'in progress or queued'],
    [count('stopped'), 'cancelled or skipped'],
    [count('neutral'), 'neutral'],
    [count('success'), 'successful'],
  ] as const;
  const line = counts
    .filter(([many]) => many > 0)
    .map(([many, word]) => `${many} ${word}`)
    .join(', ');
  const of = (mark: Mark, title: string) => ({
    mark,
    title,
    line: `${line} ${runs.length === 1 ? 'check' : 'checks'}`,
  });
  if (count('running', 'waiting') > 0) return of('running', 'Some checks haven’t completed yet');
  if (count('failure') > 0)
    return of(
      'failure',
      runs.length === count('failure') ? 'All checks have failed' : 'Some checks were not successful',
    );
  if (count('attention') > 0) return of('attention', 'Some checks need someone to act');
  if (count('stopped') > 0) return of('stopped', 'Some checks were cancelled');
  return of('success', 'All checks have passed');
}
