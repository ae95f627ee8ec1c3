import { Account, type RanOut } from '../../../src/sandbox/relay/account.ts';
import { lookAtOthers } from './processes.ts';

/** How often time is looked at, ms. */
const LOOK_MS = 100;
/** Longest step that is counted at once, ms: when this process had to wait itself, the program does not pay. */
const LONGEST_STEP_MS = 250;

// Kept from before the submission was loaded.
const now = performance.now.bind(performance);

/**
 * Tells once when the processes of the submission have used up a time: CPU time where they compute, the clock where they
 * wait. Returns what ends it.
 */
export function watchTime(limitMs: number, onRanOut: (how: RanOut) => void): () => void {
  const account = new Account(limitMs);
  let last = now();
  let before = lookAtOthers();
  const timer = setInterval(() => {
    const at = now();
    account.pass(Math.min(at - last, LONGEST_STEP_MS));
    last = at;
    if (!account.isDue) return;
    const others = lookAtOthers();
    account.explain(others.cpuMs - before.cpuMs, others.ready);
    before = others;
    const how = account.ranOut(true);
    if (how === null) return;
    clearInterval(timer);
    onRanOut(how);
  }, LOOK_MS);
  return () => {
    clearInterval(timer);
  };
}
