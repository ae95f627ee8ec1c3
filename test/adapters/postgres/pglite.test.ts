import { connectPglite } from '../../../src/adapters/postgres/pglite.ts';
import { freshPglite } from '../../services/pglite.ts';
import { storesContract } from './stores.contract.ts';

storesContract('the stores on PGlite', async () => ({
  connection: await connectPglite(await freshPglite()),
  remove: () => Promise.resolve(),
}));
