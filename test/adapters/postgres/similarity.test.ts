import { connectPglite } from '../../../src/adapters/postgres/pglite.ts';
import { connectPostgres } from '../../../src/adapters/postgres/postgres.ts';
import { freshPglite } from '../../services/pglite.ts';
import { freshPostgres } from '../../services/postgres.ts';
import { silent } from '../../services/silent.ts';
import { similarityContract } from './similarity.contract.ts';

similarityContract('what is compared on PGlite', async () => ({
  connection: await connectPglite(await freshPglite()),
  remove: () => Promise.resolve(),
}));

similarityContract('what is compared on PostgreSQL', async () => {
  const { url, drop } = await freshPostgres();
  return { connection: await connectPostgres(url, silent), remove: drop };
});
