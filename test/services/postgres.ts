import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { service } from './found.ts';

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: service('TOUCHSTONE_TEST_DATABASE_URL') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A new, empty database on the real server, and the way to remove it again. */
export async function freshPostgres(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `touchstone_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}`);
  const url = new URL(service('TOUCHSTONE_TEST_DATABASE_URL'));
  url.pathname = name;
  return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

/** Breaks every connection to a database, as a restart of the server does. */
export async function breakConnections(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await onServer(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`,
  );
}
