import type { WaitingRun } from './run-store.ts';

/**
 * About how long until a waiting run has its decision, in seconds; null while no run has ended yet. As many as are
 * being marked now are taken to be marked at once; those under way count whole, so that it is sooner rather than later.
 */
export function expectedSeconds({
  place,
  running,
  typicalMs,
}: Pick<WaitingRun, 'place' | 'running' | 'typicalMs'>): number | null {
  if (typicalMs === null) return null;
  const rounds = Math.ceil(place / Math.max(1, running));
  return Math.ceil(((rounds + 1) * typicalMs) / 1_000);
}
