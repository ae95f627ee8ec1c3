import type { Context } from 'hono';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { WebMetrics } from '../metrics.ts';
import type { SignedDelivery } from './app.ts';
import { readDeliveryHead } from './delivery-head.ts';
import { isSubscribed } from './events.ts';
import type { ByteBudget } from './byte-budget.ts';
import { readBody } from './read-body.ts';

export interface WebhookRouteOptions {
  isSigned: (body: string, signature: string) => Promise<boolean>;
  receive: (delivery: SignedDelivery) => Promise<void>;
  bodyLimitBytes: number;
  /** Of all bodies that are being read or handled at once. */
  budget: ByteBudget;
  metrics: WebMetrics;
  log: Logger;
}

const Payload = z.looseObject({ action: z.string().nullish() });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What may be logged of an error: the message of a database's error can hold the whole row. */
function kindOf(error: unknown): string[] {
  const errors = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
  return errors.map((each) => {
    const cause = each instanceof Error && each.cause instanceof Error ? each.cause : each;
    const code = cause instanceof Error && 'code' in cause ? ` ${String(cause.code)}` : '';
    return `${cause instanceof Error ? cause.name : typeof cause}${code}`;
  });
}

/**
 * `POST /api/github/webhooks`: checks, in the order of what each check costs, and then one row in the inbox. It talks
 * to the database alone: neither to Redis nor to GitHub.
 */
export function webhookRoute(options: WebhookRouteOptions): (c: Context) => Promise<Response> {
  const { isSigned, receive, bodyLimitBytes, budget, metrics, log } = options;

  const handle = async (c: Context): Promise<Response> => {
    const answer = (status: 202 | 400 | 401 | 413 | 503, outcome: string, message: string) => {
      metrics.deliveries.inc({ outcome });
      // A sender whose body was not read to its end must not send another request behind it.
      if (outcome !== 'accepted' && outcome !== 'ignored') c.header('connection', 'close');
      if (status === 503) c.header('retry-after', '5');
      return c.json({ outcome, message }, status);
    };

    const read = readDeliveryHead(c.req.raw.headers);
    if ('problem' in read) return answer(400, 'malformed', read.problem);
    const { id, event, signature } = read.head;

    const body = await readBody(c.req.raw, bodyLimitBytes, budget);
    switch (body.kind) {
      case 'too-large':
        return answer(413, 'too-large', `The limit is ${bodyLimitBytes} bytes.`);
      case 'broken-off':
        return answer(400, 'malformed', 'The body broke off.');
      case 'no-room':
        return answer(503, 'busy', 'Too many deliveries at once.');
      case 'read':
        break;
    }
    try {
      const text = body.bytes.toString('utf8');
      if (!(await isSigned(text, signature))) {
        log.warn({ delivery: id, event }, 'a delivery was refused: its signature is wrong');
        return answer(401, 'unsigned', 'The signature is wrong.');
      }

      const payload = Payload.safeParse(parseJson(text));
      if (!payload.success) return answer(400, 'malformed', 'The body is not a JSON object of a delivery.');
      const action = payload.data.action ?? null;
      if (!isSubscribed(event, action)) return answer(202, 'ignored', 'Touchstone does not use this event.');

      try {
        await receive({ id, event, action, payload: payload.data });
      } catch (error) {
        log.error({ delivery: id, event, action, error: kindOf(error) }, 'a delivery could not be stored');
        return answer(503, 'unavailable', 'The delivery could not be stored.');
      }
      log.debug({ delivery: id, event, action }, 'a delivery was stored');
      return answer(202, 'accepted', 'Thank you.');
    } finally {
      budget.giveBack(body.bytes.byteLength);
    }
  };

  return async (c) => {
    const stop = metrics.duration.startTimer();
    try {
      return await handle(c);
    } finally {
      stop();
    }
  };
}
