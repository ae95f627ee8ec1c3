import { amiss, fine } from './check.ts';
import type { Check } from './check.ts';
import { isAtLeast } from './version.ts';

/** The oldest PostgreSQL that the tests run on. */
const LEAST_POSTGRES = '15';

/** What the database tells about itself. */
export interface DatabaseState {
  kind: 'PostgreSQL' | 'embedded';
  /** As in `show server_version`. */
  version: string;
  /** Migrations that the database has, and that this program has. */
  applied: number;
  known: number;
}

/** `askDatabase` only reads: the doctor migrates nothing. */
export function databaseCheck({ askDatabase }: { askDatabase: () => Promise<DatabaseState> }): Check {
  return {
    id: 'database',
    fixIfFailing: 'Start PostgreSQL, or correct TOUCHSTONE_DATABASE_URL.',
    examine: async () => {
      const { kind, version, applied, known } = await askDatabase();
      const found = `${kind === 'embedded' ? 'embedded database, PostgreSQL' : kind} ${version}`;
      if (!isAtLeast(version, LEAST_POSTGRES)) {
        return amiss(found, `Upgrade PostgreSQL to ${LEAST_POSTGRES} or newer.`);
      }
      if (applied > known) {
        return amiss(
          `${found}, migrated by a newer Touchstone (${applied} migrations; this one knows ${known})`,
          'Run the newer Touchstone again, or restore the backup that was made before the upgrade.',
        );
      }
      if (applied < known) {
        return fine(
          `${found}; ${known - applied} migrations to come, which \`touchstone serve\` applies as it starts`,
        );
      }
      return fine(`${found}, migrated`);
    },
  };
}
