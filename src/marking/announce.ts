import { expectedSeconds } from './expected-seconds.ts';
import type { Rendering } from './rendering.ts';
import type { RunStore } from './run-store.ts';
import { speak } from './speak.ts';
import type { SpeakDeps } from './speak.ts';

export interface AnnounceDeps extends SpeakDeps {
  runs: RunStore;
  rendering: Rendering;
}

/**
 * Tells a learner whose submission waits that it was seen, its place, and how long it may take. Nothing is said where
 * a worker has it already: that worker says so itself.
 *
 * @param last it was tried before; if it fails again nobody tries any more (the begin of the marking will be announced)
 */
export async function announce(
  id: number,
  last: boolean,
  deps: AnnounceDeps,
  signal: AbortSignal,
): Promise<void> {
  const run = await deps.runs.waiting(id);
  if (run === null) return;
  const facts = { place: run.place, expectedSeconds: expectedSeconds(run), draft: run.kind === 'practice' };
  try {
    await speak(
      {
        runId: id,
        submission: run.submission,
        claim: { by: 'waiting', tries: run.tries },
        what: 'queued',
        report: deps.rendering.queued(facts),
      },
      deps,
      signal,
    );
  } catch (error) {
    if (!last) throw error;
    deps.log.warn({ err: error, run: id }, 'a waiting submission could not be announced');
  }
  await deps.runs.announced(id);
}
