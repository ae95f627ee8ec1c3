import { createHmac, generateKeyPairSync } from 'node:crypto';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import type { Delivery, Inbox } from '../../src/intake/inbox.ts';
import { createWebServer } from '../../src/web/server.ts';
import type { WebServerOptions } from '../../src/web/server.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

export const settings = { appId: 7, privateKey, webhookSecrets: ['new-secret', 'old-secret'] as const };

/** An inbox in memory with the promise of the real one: one row for an id. */
function memoryInbox() {
  const rows = new Map<string, Delivery>();
  const inbox: Inbox = {
    insert: (delivery) => {
      const isNew = !rows.has(delivery.id);
      if (isNew) rows.set(delivery.id, delivery);
      return Promise.resolve(isNew);
    },
  };
  return { rows, inbox };
}

/** Starts the web server on a free port; everything logged is kept as text. */
export async function startWeb(options: Partial<WebServerOptions> = {}) {
  const lines: string[] = [];
  const { rows, inbox } = memoryInbox();
  const server = await createWebServer({
    settings,
    inbox,
    ready: () => Promise.resolve(),
    registry: new Registry(),
    log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }),
    ...options,
  });
  const { url } = await server.listen({ host: '127.0.0.1', port: 0 });
  return { url, rows, lines, server, close: () => server.close() };
}

export const sign = (body: string, secret = 'new-secret') =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

export interface Sent {
  body?: string;
  event?: string;
  id?: string;
  secret?: string;
  headers?: Record<string, string>;
}

export const pullRequestOpened = JSON.stringify({
  action: 'opened',
  number: 1,
  pull_request: { title: 'a title nobody should log' },
  repository: { id: 5, name: 'todo-cli-ada' },
  installation: { id: 99 },
});

/** Sends a delivery as GitHub does. */
export function deliver(url: string, sent: Sent = {}): Promise<Response> {
  const { body = pullRequestOpened, event = 'pull_request', id = 'd-1', secret, headers = {} } = sent;
  return fetch(`${url}/api/github/webhooks`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/test',
      'x-github-event': event,
      'x-github-delivery': id,
      'x-hub-signature-256': sign(body, secret),
      ...headers,
    },
  });
}
