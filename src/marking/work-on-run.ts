import { conclude, type MarkingDeps } from './conclude.ts';
import { startHeartbeat } from './heartbeat.ts';
import { sayResult } from './say-result.ts';
import type { ResultDeps } from './say-result.ts';
import { RunStopped } from './stop-signal.ts';

/**
 * Works on one run until it ends, is to be tried again, or turns out to be somebody else's. A run that is not there to
 * be taken (done, superseded, taken by another worker) is left alone, so being called twice does no harm.
 *
 * @param ending aborted when the process can wait no longer: the run is then handed back unharmed
 */
export async function workOnRun(
  id: number,
  deps: ResultDeps & MarkingDeps,
  heartbeatMs: number,
  ending: AbortSignal,
): Promise<void> {
  const run = await deps.runs.take(id, deps.newToken());
  if (run === null) return;
  const heart = startHeartbeat(() => deps.runs.renew(id, run.token), heartbeatMs, ending);
  try {
    const task = run.task.what === 'mark' ? await conclude(run, deps, heart.signal) : run.task;
    if (task !== null) await sayResult(run, task, deps, heart.signal);
  } catch (error) {
    const reason: unknown = heart.signal.reason;
    if (!(reason instanceof RunStopped)) throw error;
    deps.log.info({ run: id, why: reason.why }, 'stopped working on a run');
    if (reason.why === 'process-ending') await deps.runs.released(id, run.token);
  } finally {
    heart.stop();
  }
}
