import type { EmitterWebhookEventName } from '@octokit/webhooks';
import { LOOKED_AT } from '../../intake/looked-at.ts';

/** An event that Touchstone takes. `actions`: those alone; null for all of them. */
export interface SubscribedEvent {
  name: string;
  actions: readonly string[] | null;
  /** The permission without which GitHub does not send it: https://docs.github.com/en/webhooks/webhook-events-and-payloads */
  needs: Readonly<Record<string, 'read' | 'write'>>;
  /** GitHub sends it to every App, and refuses a manifest that asks for it. */
  sentToAll?: true;
}

/** The events that make a row in the inbox. `app.yml` asks GitHub for the same ones; a test keeps the two equal. */
export const subscribedEvents = [
  { name: 'pull_request', actions: LOOKED_AT, needs: { pull_requests: 'read' } },
  // These two actions are sent to those alone who may write checks.
  { name: 'check_run', actions: ['rerequested', 'requested_action'], needs: { checks: 'write' } },
  { name: 'push', actions: null, needs: { contents: 'read' } },
  { name: 'issue_comment', actions: null, needs: { issues: 'read' } },
  { name: 'pull_request_review', actions: null, needs: { pull_requests: 'read' } },
  { name: 'repository', actions: null, needs: { metadata: 'read' } },
  { name: 'installation', actions: null, needs: {}, sentToAll: true },
  { name: 'installation_repositories', actions: null, needs: {}, sentToAll: true },
] as const satisfies readonly SubscribedEvent[];

/** The names under which handlers are registered: `push`, `pull_request.opened`. */
export function handlerNames(): EmitterWebhookEventName[] {
  return subscribedEvents.flatMap(({ name, actions }): EmitterWebhookEventName[] =>
    actions === null ? [name] : actions.map((action) => `${name}.${action}` as EmitterWebhookEventName),
  );
}

/** Whether an event makes a row; any other is answered kindly and forgotten. */
export function isSubscribed(name: string, action: string | null): boolean {
  const events: readonly SubscribedEvent[] = subscribedEvents;
  const event = events.find((candidate) => candidate.name === name);
  if (event === undefined) return false;
  return event.actions === null || (action !== null && event.actions.includes(action));
}
