import type { Running } from '../cli/parts.ts';
import type { Config } from '../config.ts';
import { readCourse } from './course.ts';
import { openDatabase } from './database.ts';
import { appSettings } from './github.ts';
import { createLog } from './log.ts';
import { startWeb } from './web.ts';
import { startWorker } from './worker.ts';

/** Which processes this one is. */
export interface Roles {
  web: boolean;
  worker: boolean;
}

/**
 * Starts the roles that this process has, on one database. Everything is checked before anything is opened: settings
 * and course first, so that a mistake is said at once.
 */
export async function startRoles(roles: Roles, config: Config, courseDir: string): Promise<Running> {
  const app = appSettings(config);
  const log = createLog(config);
  const course = await readCourse(courseDir, (_warning, place) => {
    log.warn(
      { place },
      'the course can be used, but its author should look at this; `touchstone course check --lint` says why',
    );
  });
  const database = await openDatabase(config, log);
  const open: { close(): Promise<void> }[] = [database];
  const stop = async () => {
    // The front door closes first and the database last.
    for (const part of open.splice(0).reverse()) {
      await part.close().catch((error: unknown) => {
        log.error({ err: error }, 'a part did not close cleanly');
      });
    }
  };
  try {
    if (roles.worker) open.push(await startWorker({ config, app, course, database, log }));
    const web = roles.web ? await startWeb({ config, app, database, log }) : null;
    if (web !== null) open.push(web);
    log.info({ url: web?.url, projects: course.projects.size }, 'touchstone is up');
    return { url: web?.url ?? null, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
