import pg from 'pg';
import type { Logger } from 'pino';
import { workChannel } from './session.ts';

const reconnectAfterMs = 1_000;

/**
 * Listens for new work on a connection of its own, which is made again whenever it breaks. What is missed meanwhile is
 * found by looking, which the relay does anyway.
 */
export function listenOnPostgres(
  url: string,
  listener: () => void,
  log: Logger,
): Promise<() => Promise<void>> {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const lost = (which: pg.Client) => {
    if (client !== which) return;
    client = null;
    which.removeAllListeners('notification');
    void which.end().catch(() => undefined);
    if (!stopped) timer = setTimeout(() => void connect(), reconnectAfterMs);
  };

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 3_000 });
    client = fresh;
    fresh.on('error', (error) => {
      log.debug({ err: error }, 'the connection that listens for work broke');
      lost(fresh);
    });
    fresh.on('end', () => {
      lost(fresh);
    });
    fresh.on('notification', listener);
    try {
      await fresh.connect();
      await fresh.query(`listen ${workChannel}`);
      listener();
    } catch (error) {
      log.debug({ err: error }, 'could not listen for work');
      lost(fresh);
    }
  };

  const stop = async () => {
    stopped = true;
    clearTimeout(timer);
    const last = client;
    client = null;
    await last?.end().catch(() => undefined);
  };
  return connect().then(() => stop);
}
