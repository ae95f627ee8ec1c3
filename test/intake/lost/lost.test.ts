import { connectPglite } from '../../../src/adapters/postgres/pglite.ts';
import { connectPostgres } from '../../../src/adapters/postgres/postgres.ts';
import { freshPglite } from '../../services/pglite.ts';
import { freshPostgres } from '../../services/postgres.ts';
import { silent } from '../../services/silent.ts';
import { lostContract } from './lost.contract.ts';

lostContract('lost deliveries on PGlite', async () => ({
  connection: await connectPglite(await freshPglite()),
  remove: () => Promise.resolve(),
}));

lostContract('lost deliveries on PostgreSQL', async () => {
  const { url, drop } = await freshPostgres();
  return { connection: await connectPostgres(url, silent), remove: drop };
});
