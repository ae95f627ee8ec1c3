import { connectPostgres } from '../../../src/adapters/postgres/postgres.ts';
import { freshPostgres } from '../../services/postgres.ts';
import { silent } from '../../services/silent.ts';
import { storesContract } from './stores.contract.ts';

storesContract('the stores on PostgreSQL', async () => {
  const { url, drop } = await freshPostgres();
  return { connection: await connectPostgres(url, silent), remove: drop };
});
