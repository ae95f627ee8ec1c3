import { connectPglite } from '../../../src/adapters/postgres/pglite.ts';
import { connectPostgres } from '../../../src/adapters/postgres/postgres.ts';
import { freshPglite } from '../../services/pglite.ts';
import { freshPostgres } from '../../services/postgres.ts';
import { silent } from '../../services/silent.ts';
import { severalCommandsContract } from './several-commands.contract.ts';

severalCommandsContract('several commands in one comment, on PGlite', async () => ({
  connection: await connectPglite(await freshPglite()),
  remove: () => Promise.resolve(),
}));

severalCommandsContract('several commands in one comment, on PostgreSQL', async () => {
  const { url, drop } = await freshPostgres();
  return { connection: await connectPostgres(url, silent), remove: drop };
});
