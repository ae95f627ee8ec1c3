/**
 * Exits 0 if the database of the URL in the first argument lets us in, and makes that database where the server does
 * but the database is not there yet.
 */
import pg from 'pg';

const url = new URL(process.argv[2] ?? '');

/** Runs `use` on a connection that is always closed. */
async function connected(connectionString, use) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await use(client);
  } finally {
    await client.end();
  }
}

/** PostgreSQL's code for "this database does not exist" (appendix A of its manual). */
const INVALID_CATALOG_NAME = '3D000';

try {
  await connected(url.href, (client) => client.query('select 1'));
} catch (error) {
  if (error.code !== INVALID_CATALOG_NAME) throw error;
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const name = pg.escapeIdentifier(url.pathname.slice(1));
  await connected(maintenance.href, (client) => client.query(`create database ${name}`));
}
