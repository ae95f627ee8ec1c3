import type { Delivery } from '../inbox.ts';
import { LOOKED_AT } from '../looked-at.ts';

type Events = Readonly<Record<string, readonly string[]>>;

/** What people say and press. No look at how things stand finds it. */
const SAID_ONCE: Events = {
  issue_comment: ['created', 'edited', 'deleted'],
  pull_request_review: ['submitted'],
  check_run: ['rerequested', 'requested_action'],
};

/**
 * That a pull request changed only makes us look at it: told late is as good, and sooner than the sweep. That everybody can see a
 * repository shows less of it: better late than never. How else things stand (which repositories there are, what they are
 * called) the sweep sees; told late, it could be told wrong.
 */
const HARMLESS: Events = {
  pull_request: LOOKED_AT,
  repository: ['publicized'],
};

const isOf = (events: Events, { event, action }: Pick<Delivery, 'event' | 'action'>): boolean =>
  Object.hasOwn(events, event) && (events[event] ?? []).includes(action ?? '');

/** Whether a delivery tells what nobody would find by looking. */
export const isSaidOnce = (delivery: Pick<Delivery, 'event' | 'action'>): boolean =>
  isOf(SAID_ONCE, delivery);

/** Whether a delivery that never came is worth being sent again. */
export const isWorthAsking = (delivery: Pick<Delivery, 'event' | 'action'>): boolean =>
  isOf(SAID_ONCE, delivery) || isOf(HARMLESS, delivery);
