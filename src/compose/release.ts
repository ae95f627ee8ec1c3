import type { Parts } from '../cli/parts.ts';
import type { Config } from '../config.ts';
import { releaseStarter, type Released } from '../opening/release.ts';
import { openDatabase } from './database.ts';
import { appSettings, createGitHub } from './github.ts';
import { createLog } from './log.ts';

/** Offers a project's starter, as it is now, to those who are still at work on it. */
export async function releaseProject(
  { course, project, signal }: Parameters<Parts['release']>[0],
  config: Config,
): Promise<Released[]> {
  const app = appSettings(config);
  const log = createLog({ logLevel: config.logLevel === 'info' ? 'error' : config.logLevel });
  const database = await openDatabase(config, log);
  try {
    const { repositoryMaker: maker } = createGitHub({ config, app, course, log });
    const progress = (learner: number) => database.learners.progress(learner);
    return await releaseStarter(project, { openings: database.openings, maker, progress }, signal);
  } finally {
    await database.close();
  }
}
