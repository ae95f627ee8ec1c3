import { randomUUID } from 'node:crypto';
import { describeErrors, type Check } from '../api/description.ts';
import type { Violations } from '../api/violations.ts';
import { nodeId, type Links } from '../links.ts';
import { organizationSimple } from '../shapes/account.ts';
import type { App, Installation } from '../world/entities.ts';
import { accountById, installationsOn, must } from '../world/find.ts';
import type { World } from '../world/world.ts';
import { createFateRules } from './control.ts';
import type { HookDelivery, HookEvent, Hooks } from './hooks.ts';
import { hookHeaders, sendHook } from './send.ts';

/** GitHub sends no payload above this, in bytes. */
const largestPayload = 25 * 1024 * 1024;

interface Parts {
  world: World;
  links: Links;
  checks: ReadonlyMap<string, Check>;
  violations: Violations;
  log: (line: string) => void;
}

type Pending = Pick<
  HookDelivery,
  'guid' | 'appId' | 'installationId' | 'repositoryId' | 'event' | 'action' | 'payload'
>;

/** The way out for webhooks: to every App that is installed there and subscribed, checked against GitHub's description. */
export function createHooks(parts: Parts): Hooks {
  const { world } = parts;
  const rules = createFateRules();
  const log: HookDelivery[] = [];
  const held: Pending[] = [];
  const underway = new Set<Promise<unknown>>();
  const stop = new AbortController();

  async function send(pending: Pending, redelivery: boolean): Promise<HookDelivery | null> {
    const app = must(world.apps.get(pending.appId), `app ${pending.appId}`);
    if (!app.webhook || stop.signal.aborted) return null;
    const body = JSON.stringify(pending.payload);
    const outgoing = { ...app.webhook, appId: app.id, guid: pending.guid, event: pending.event, body };
    if (Buffer.byteLength(body) > largestPayload) return null;
    const delivery = deliveryOf(world, pending, app.webhook.url, hookHeaders(outgoing), redelivery);
    const started = performance.now();
    const answer = await sendHook(outgoing, delivery.requestHeaders, stop.signal);
    record(delivery, { ...answer, durationMs: performance.now() - started });
    return delivery;
  }

  function record(
    delivery: HookDelivery,
    answer: {
      status: string;
      statusCode: number;
      headers: Record<string, string>;
      body: string;
      durationMs: number;
    },
  ): void {
    delivery.status = answer.status;
    delivery.statusCode = answer.statusCode;
    delivery.responseHeaders = answer.headers;
    delivery.responseBody = answer.body;
    delivery.durationMs = answer.durationMs;
    log.push(delivery);
    const name = delivery.action ? `${delivery.event}.${delivery.action}` : delivery.event;
    parts.log(`webhook ${name} ${delivery.guid}: ${answer.status}`);
  }

  function track<T>(work: Promise<T>): Promise<T> {
    const settled = work.finally(() => underway.delete(settled));
    underway.add(settled);
    return settled;
  }

  function route(pending: Pending): void {
    const fate = rules.decide(pending);
    if (fate.kind === 'hold') held.push(pending);
    else if (fate.kind === 'drop') {
      const app = must(world.apps.get(pending.appId), `app ${pending.appId}`);
      const lost = {
        status: 'failed to connect to host',
        statusCode: 502,
        headers: {},
        body: '',
        durationMs: 0,
      };
      record(deliveryOf(world, pending, app.webhook?.url ?? '', {}, false), lost);
    } else for (let copy = 0; copy < fate.copies; copy += 1) void track(send(pending, false));
  }

  return {
    emit: (event) => {
      for (const installation of receivers(world, event)) {
        const pending = pendingOf(parts, event, installation);
        check(parts, pending);
        route(pending);
      }
    },
    control: {
      log,
      hold: (filter = {}) => {
        rules.add(filter, { kind: 'hold' }, Number.POSITIVE_INFINITY);
      },
      release: async (order = 'as-happened') => {
        rules.removeHolds();
        const waiting = held.splice(0);
        if (order === 'reversed') waiting.reverse();
        // One after the other: what is asked for is an order.
        for (const pending of waiting) await track(send(pending, false));
      },
      drop: (filter = {}, times = 1) => {
        rules.add(filter, { kind: 'drop' }, times);
      },
      duplicate: (filter = {}, times = 1, copies = 1) => {
        rules.add(filter, { kind: 'send', copies: 1 + copies }, times);
      },
      redeliver: async (id) => {
        const delivery = must(
          log.find((candidate) => candidate.id === id),
          `delivery ${id}`,
        );
        return must(await track(send(delivery, true)), `webhook of App ${delivery.appId}`);
      },
      idle: async () => {
        while (underway.size > 0) await Promise.allSettled(underway);
      },
    },
    close: async () => {
      stop.abort();
      await Promise.allSettled(underway);
    },
  };
}

function receivers(world: World, event: HookEvent): Installation[] {
  if (event.only) return [event.only];
  if (!event.repository) return [];
  return installationsOn(world, event.repository).filter((installation) =>
    appOf(world, installation).events.includes(event.event),
  );
}

function appOf(world: World, installation: Installation): App {
  return must(world.apps.get(installation.appId), `app ${installation.appId}`);
}

function pendingOf({ world, links }: Parts, event: HookEvent, installation: Installation): Pending {
  const account = accountById(world, installation.accountId);
  return {
    guid: randomUUID(),
    appId: installation.appId,
    installationId: installation.id,
    repositoryId: event.repository?.id ?? null,
    event: event.event,
    action: event.action,
    // A copy: what happens later must not change what was said.
    payload: structuredClone({
      ...event.payload,
      ...(account.type === 'Organization' && event.repository
        ? { organization: organizationSimple(links, account) }
        : {}),
      ...(event.payload['installation']
        ? {}
        : {
            installation: {
              id: installation.id,
              node_id: nodeId('MDIzOkludGVncmF0aW9uSW5zdGFsbGF0aW9u', installation.id),
            },
          }),
    }),
  };
}

function check(parts: Parts, pending: Pending): void {
  const name = pending.action ? `${pending.event}.${pending.action}` : pending.event;
  const described = parts.checks.get(name);
  const errors = described
    ? describeErrors(described(pending.payload))
    : ['GitHub describes no such webhook'];
  if (errors.length > 0) parts.violations.add({ kind: 'webhook', where: name, errors });
}

function deliveryOf(
  world: World,
  pending: Pending,
  url: string,
  headers: Record<string, string>,
  redelivery: boolean,
): HookDelivery {
  return {
    id: world.nextId(),
    guid: pending.guid,
    appId: pending.appId,
    installationId: pending.installationId,
    repositoryId: pending.repositoryId,
    event: pending.event,
    action: pending.action,
    url,
    deliveredAt: world.clock.now(),
    durationMs: 0,
    status: 'pending',
    statusCode: 0,
    redelivery,
    requestHeaders: headers,
    payload: pending.payload,
    responseHeaders: {},
    responseBody: '',
  };
}
