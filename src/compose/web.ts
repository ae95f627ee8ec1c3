import type { Logger } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Database } from '../adapters/postgres/database.ts';
import type { Config, GitHubAppSettings } from '../config.ts';
import { createWebServer } from '../web/server.ts';
import { queueMetrics } from './queue-metrics.ts';

/** Nothing where the school has no address of its own, or no key yet. */
async function didDocumentOf(config: Config): Promise<Record<string, unknown> | null> {
  const { publicUrl, badgeKey, databaseUrl } = config;
  if (publicUrl === null || (badgeKey === null && databaseUrl !== null)) return null;
  const { openIssuer } = await import('./badges.ts');
  return (await openIssuer(config)).document;
}

/** Starts the web process on an open database. */
export async function startWeb({
  config,
  app,
  database,
  log,
}: {
  config: Config;
  app: GitHubAppSettings;
  database: Database;
  log: Logger;
}): Promise<{ url: string; close(): Promise<void> }> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  queueMetrics(registry, database.health);
  const server = await createWebServer({
    settings: app,
    inbox: database.deliveries,
    ready: database.ping,
    registry,
    didDocument: await didDocumentOf(config),
    log,
  });
  const { url } = await server.listen({ host: config.host, port: config.port });
  return { url, close: () => server.close() };
}
