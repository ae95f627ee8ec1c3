import { sandboxError } from '../../domain/errors/sandbox.ts';
import type { LaunchOptions, Launcher, Wanted } from '../launcher.ts';
import { LEARNER_RUN_BYTES, Line } from '../line.ts';
import { ANALYST_FRAME_BYTES, LEARNER_FRAME_BYTES, RUNNER_FRAME_BYTES } from '../protocol/frames.ts';

/** How long a container may take from its start until it is free for a run, ms. */
const BOOT_MS = 60_000;

const BOUNDS = {
  learner: { frameBytes: LEARNER_FRAME_BYTES, runBytes: LEARNER_RUN_BYTES },
  runner: { frameBytes: RUNNER_FRAME_BYTES, runBytes: Infinity },
  analyst: { frameBytes: ANALYST_FRAME_BYTES, runBytes: 2 * ANALYST_FRAME_BYTES },
};

/** Starts a container and waits until it is free for a run. Rejects with a TouchstoneError, and leaves nothing behind. */
export async function boot(launcher: Launcher, wanted: Wanted, options: LaunchOptions): Promise<Line> {
  const line = new Line(await launcher.launch(wanted, options), BOUNDS[wanted.role]);
  let booted = false;
  let timer: NodeJS.Timeout | undefined;
  let giveUp: () => void = () => undefined;
  const late = new Promise<null>((resolve) => {
    giveUp = () => {
      resolve(null);
    };
    timer = setTimeout(giveUp, BOOT_MS);
    options.signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    const idle = await Promise.race([line.untilIdle(), late]);
    options.signal.throwIfAborted();
    if (idle !== true) {
      const code = idle === null ? null : (await line.ended).code;
      const log = idle === null ? 'it did not start in time' : line.log();
      throw sandboxError('sandbox.runner-ended', { role: wanted.role, code, log });
    }
    booted = true;
    return line;
  } finally {
    clearTimeout(timer);
    options.signal.removeEventListener('abort', giveUp);
    if (!booted) await line.stop();
  }
}
