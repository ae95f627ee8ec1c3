import { pino } from 'pino';
import { Probot } from 'probot';
import type { ApplicationFunction } from 'probot';
import type { Inbox } from '../../intake/inbox.ts';
import type { AppSettings } from '../app-settings.ts';
import { within } from '../deadline.ts';
import { handlerNames } from './events.ts';

/** A delivery whose signature holds. */
export interface SignedDelivery {
  id: string;
  event: string;
  action: string | null;
  payload: unknown;
}

export interface ReceiverOptions {
  settings: AppSettings;
  inbox: Inbox;
  /** Milliseconds that the database may take for one row. */
  databaseTimeoutMs: number;
  /** Told whether the delivery was there already. */
  onInserted: (isNew: boolean) => void;
}

/** The whole App: each event that it takes becomes one row. All else happens later, elsewhere. */
function application({ inbox, databaseTimeoutMs, onInserted }: ReceiverOptions): ApplicationFunction {
  return (app) => {
    app.on(handlerNames(), async ({ id, name, payload }) => {
      const action = 'action' in payload && typeof payload.action === 'string' ? payload.action : null;
      // An insert that ends too late is harmless: it makes the row that a repetition of the delivery would make.
      const insert = inbox.insert({ id, event: name, action, payload });
      onInserted(await within(databaseTimeoutMs, 'the database', insert));
    });
  };
}

/**
 * Starts Probot without its server, its secret, its queue and its log (which prints whole payloads): our own server
 * has checked the delivery before this gets it.
 *
 * @returns a function that resolves once the delivery's row is in the database
 */
export async function createReceiver(
  options: ReceiverOptions,
): Promise<(delivery: SignedDelivery) => Promise<void>> {
  const { appId, privateKey, webhookSecrets } = options.settings;
  const probot = new Probot({
    appId,
    privateKey,
    // Not used, as signatures are checked before; given because Probot's own default is known to everybody.
    secret: webhookSecrets[0],
    log: pino({ level: 'silent' }),
  });
  await probot.load(application(options));
  return ({ id, event, payload }) =>
    probot.receive({ id, name: event, payload } as Parameters<typeof probot.receive>[0]);
}
