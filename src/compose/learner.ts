import type { Parts } from '../cli/parts.ts';
import type { Config } from '../config.ts';
import { openDatabase } from './database.ts';
import { createLog } from './log.ts';

/** What the settings' database holds of a learner. */
export async function readLearner(
  login: string,
  config: Config,
): Promise<Awaited<ReturnType<Parts['learner']>>> {
  const log = createLog({ logLevel: config.logLevel === 'info' ? 'error' : config.logLevel });
  const database = await openDatabase(config, log);
  try {
    const known = await database.learners.byLogin(login);
    return known === null ? null : { ...known, progress: await database.learners.progress(known.id) };
  } finally {
    await database.close();
  }
}
