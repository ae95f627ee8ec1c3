import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { webError } from '../domain/errors/web.ts';
import type { Inbox } from '../intake/inbox.ts';
import { assertSafe } from './app-settings.ts';
import type { AppSettings } from './app-settings.ts';
import { within } from './deadline.ts';
import { createWebMetrics } from './metrics.ts';
import { createReceiver } from './webhooks/app.ts';
import { createByteBudget } from './webhooks/byte-budget.ts';
import { webhookRoute } from './webhooks/route.ts';
import { createSignatureCheck } from './webhooks/signature.ts';

export interface WebServerOptions {
  settings: AppSettings;
  inbox: Inbox;
  /** Rejects while the database does not answer. */
  ready: () => Promise<void>;
  registry: Registry;
  /** What the school's identifier stands for, by which its badges are verified; null where it is no address of ours. */
  didDocument?: Record<string, unknown> | null;
  log: Logger;
  /** Bytes of one delivery. GitHub sends 25 MiB at the most. */
  bodyLimitBytes?: number;
  /** Bytes of all deliveries that are being handled at once. */
  inFlightLimitBytes?: number;
  /** Milliseconds that the database may take. GitHub waits for 10 s in all. */
  databaseTimeoutMs?: number;
}

export interface WebServer {
  /** Port 0 takes any free port. Rejects with `web.address-in-use`. */
  listen(at: { host: string; port: number }): Promise<{ url: string; port: number }>;
  /** Takes no more requests, and resolves when those that are being handled have ended. */
  close(): Promise<void>;
}

const MIB = 1024 * 1024;

/** Milliseconds. A sender who dawdles holds a connection for no longer than this. */
const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 10_000;
const CLOSE_GRACE_MS = 5_000;

/**
 * Builds the web process: webhooks, health, metrics.
 *
 * - `POST /api/github/webhooks`: 202, or 400, 401, 413 for what GitHub would not send, 503 where the database is away
 * - `GET /.well-known/did.json`: the key by which the school's badges are verified, where the school has an address
 * - `GET /healthz`: this process lives; `GET /readyz`: the database answers; `GET /metrics`: for Prometheus
 *
 * @throws TouchstoneError of `assertSafe`, for settings that are missing or unsafe
 */
export async function createWebServer(options: WebServerOptions): Promise<WebServer> {
  const { settings, inbox, ready, registry, log, didDocument = null } = options;
  const { bodyLimitBytes = 25 * MIB, inFlightLimitBytes = 256 * MIB, databaseTimeoutMs = 3_000 } = options;
  assertSafe(settings);

  const metrics = createWebMetrics(registry);
  const receive = await createReceiver({
    settings,
    inbox,
    databaseTimeoutMs,
    onInserted: (isNew) => {
      metrics.rows.inc({ row: isNew ? 'new' : 'repeated' });
    },
  });

  const app = new Hono();
  app.use(secureHeaders());
  // A connection that stays open for a next request would keep a closing server waiting.
  let closing = false;
  app.use(async (c, next) => {
    await next();
    if (closing) c.header('connection', 'close');
  });
  app.post(
    '/api/github/webhooks',
    webhookRoute({
      isSigned: createSignatureCheck(settings.webhookSecrets),
      receive,
      bodyLimitBytes,
      budget: createByteBudget(inFlightLimitBytes),
      metrics,
      log,
    }),
  );
  app.get('/healthz', (c) => c.text('ok\n'));
  app.get('/readyz', async (c) => {
    try {
      await within(databaseTimeoutMs, 'the database', ready());
      return c.text('ok\n');
    } catch {
      return c.text('the database does not answer\n', 503);
    }
  });
  // https://w3c-ccg.github.io/did-method-web/#read-resolve
  app.get('/.well-known/did.json', (c) => (didDocument === null ? c.notFound() : c.json(didDocument)));
  app.get('/metrics', async (c) =>
    c.body(await registry.metrics(), 200, { 'content-type': registry.contentType }),
  );
  app.onError((error, c) => {
    log.error({ error: error.name, path: c.req.path }, 'a request failed');
    return c.text('Something went wrong here.\n', 500);
  });

  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: HEADERS_TIMEOUT_MS },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );

  return {
    listen: async ({ host, port }) => {
      server.listen(port, host);
      try {
        await once(server, 'listening');
      } catch (error) {
        const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        throw webError('web.address-in-use', { host, port, reason }, { cause: error });
      }
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : port;
      return { url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`, port: taken };
    },
    close: async () => {
      if (!server.listening) return;
      closing = true;
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const grace = setTimeout(() => {
        server.closeAllConnections();
      }, CLOSE_GRACE_MS);
      try {
        await closed;
      } finally {
        clearTimeout(grace);
      }
    },
  };
}
