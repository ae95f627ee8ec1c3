import { isoTime } from '../links.ts';
import type { HookDelivery } from '../hooks/hooks.ts';

/** GitHub's `hook-delivery-item`: a delivery in the App's log. */
export function deliveryItemShape(delivery: HookDelivery) {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: isoTime(delivery.deliveredAt),
    redelivery: delivery.redelivery,
    duration: Math.round(delivery.durationMs) / 1000,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installationId,
    repository_id: delivery.repositoryId,
    throttled_at: null,
  };
}

/** GitHub's `hook-delivery`, with what was sent and what came back. */
export function deliveryShape(delivery: HookDelivery) {
  return {
    ...deliveryItemShape(delivery),
    url: delivery.url,
    request: { headers: delivery.requestHeaders, payload: delivery.payload },
    response: { headers: delivery.responseHeaders, payload: delivery.responseBody },
  };
}
