import { GitHubError } from '../../domain/errors/github.ts';
import type { DeliveryLog } from '../../intake/lost/delivery-log.ts';
import { DeliveriesAnswer, readAnswer } from './answers.ts';
import type { GitHubClient } from './client.ts';

const isRefused = (error: unknown): boolean =>
  error instanceof GitHubError && (error.code === 'github.gone' || error.code === 'github.refused');

/** Reads the log of the App's webhook as the App itself. */
export function createDeliveryLog({ app }: GitHubClient): DeliveryLog {
  const asking = (signal?: AbortSignal) => (signal === undefined ? {} : { request: { signal } });
  return {
    async page(from, signal) {
      try {
        const { data, headers } = await app.rest.apps.listWebhookDeliveries({
          per_page: 100,
          ...(from !== null && { cursor: from }),
          ...asking(signal),
        });
        const tries = readAnswer(DeliveriesAnswer, 'GET /app/hook/deliveries', data);
        return {
          deliveries: tries.map(({ id, guid, event, action, delivered_at: sentAt, status_code: status }) => ({
            id,
            guid,
            event,
            action,
            sentAt,
            taken: status >= 200 && status < 300,
          })),
          next: nextOf(headers.link),
        };
      } catch (error) {
        if (from !== null && isRefused(error)) return null;
        throw error;
      }
    },

    async sendAgain(id, signal) {
      try {
        await app.rest.apps.redeliverWebhookDelivery({ delivery_id: id, ...asking(signal) });
        return 'asked';
      } catch (error) {
        if (isRefused(error)) return 'gone';
        throw error;
      }
    },
  };
}

/** Where the next page begins, by the `link` header: this list has no numbers of pages. */
function nextOf(link: string | undefined): string | null {
  const address = /<([^>]*)>;\s*rel="next"/.exec(link ?? '')?.[1];
  return address === undefined ? null : new URL(address).searchParams.get('cursor');
}
