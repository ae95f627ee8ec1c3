import type { Logger } from 'pino';
import { openDatabase as open, type Database } from '../adapters/postgres/database.ts';
import type { Config } from '../config.ts';

/**
 * Opens the database of the settings.
 *
 * @throws TouchstoneError `database.unreachable` or, where another process has the embedded one, `database.in-use`
 */
export function openDatabase(config: Config, log: Logger): Promise<Database> {
  return open({
    at: config.databaseUrl === null ? { dataDir: config.dataDir } : { url: config.databaseUrl },
    log,
    policy: { leaseMs: config.leaseMs },
  });
}
