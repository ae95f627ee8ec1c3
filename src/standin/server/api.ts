import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { authenticate } from '../access/authenticate.ts';
import { callerName } from '../access/caller.ts';
import type { RateLimits, RateWindow } from '../access/rate.ts';
import { describeErrors, findOperation, type ApiDescription, type Operation } from '../api/description.ts';
import { notFound, Refused, type Reply } from '../api/reply.ts';
import type { Violations } from '../api/violations.ts';
import type { Fault, Faults } from '../faults/faults.ts';
import type { Hub } from '../hub.ts';
import type { StandInLimits } from '../limits.ts';
import { apiPrefix } from '../links.ts';
import type { Handler } from '../rest/call.ts';
import { fullName } from '../world/find.ts';
import { formCall } from './form.ts';
import type { ApiRequest } from './requests.ts';

export interface ApiParts {
  hub: Hub;
  description: ApiDescription;
  handlers: Readonly<Record<string, Handler>>;
  violations: Violations;
  faults: Faults;
  rates: RateLimits;
  limits: StandInLimits;
  record: (request: ApiRequest) => void;
}

type ApiContext = Context<{ Bindings: HttpBindings }>;

/** GitHub's API under `/api/v3`. */
export function createApi(parts: ApiParts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.all('*', (context) => answer(parts, context));
  return app;
}

async function answer(parts: ApiParts, context: ApiContext): Promise<Response> {
  const url = new URL(context.req.url);
  const path = numberedPath(parts.hub, url.pathname.slice(apiPrefix.length));
  const method = context.req.method;
  const known = findOperation(parts.description, method, path);
  const bodyText = await context.req.text();
  const entry: ApiRequest = {
    at: parts.hub.world.clock.now(),
    method,
    path,
    query: url.search,
    operation: known?.operation.id ?? null,
    caller: null,
    body: readable(bodyText),
    status: 0,
    reply: null,
    faulty: false,
  };
  parts.record(entry);
  const fault = parts.faults.take({ method, path, template: known?.operation.path ?? null });
  entry.faulty = fault !== null;
  const plain = { context, url, path, bodyText, entry };
  if (fault) return faultyAnswer(parts, plain, fault);
  return send(parts, plain, await reply(parts, plain));
}

interface Plain {
  context: ApiContext;
  url: URL;
  path: string;
  bodyText: string;
  entry: ApiRequest;
}

async function faultyAnswer(parts: ApiParts, plain: Plain, fault: Fault): Promise<Response> {
  const done = fault.afterEffect === true || (fault.status === undefined && !fault.dropConnection);
  const usual = done ? await reply(parts, plain) : null;
  if (fault.delayMs !== undefined) await pause(fault.delayMs);
  if (fault.dropConnection) {
    plain.context.env.incoming.socket.destroy();
    return new Response(null, { status: 500 });
  }
  if (fault.status === undefined && usual) return send(parts, plain, usual);
  const status = fault.status ?? 502;
  return send(parts, plain, {
    status,
    body: fault.body ?? { message: 'Server Error' },
    headers: fault.headers ?? {},
  });
}

async function reply(parts: ApiParts, plain: Plain): Promise<Reply> {
  const { hub } = parts;
  const { context } = plain;
  const header = (name: string) => context.req.header(name);
  try {
    const caller = authenticate(hub.world, header('authorization'));
    plain.entry.caller = callerName(caller);
    const { operation, values, body } = formCall(parts.description, parts.violations, {
      method: context.req.method,
      path: plain.path,
      query: plain.url.searchParams,
      header,
      bodyText: plain.bodyText,
    });
    if (operation.id === 'rate-limit/get') return rateReply(parts.rates.window(callerName(caller)));
    parts.rates.count(callerName(caller), context.req.method);
    const handler = parts.handlers[operation.id];
    if (!handler) throw notFound();
    const call = {
      hub,
      caller,
      limits: parts.limits,
      method: context.req.method,
      url: publicUrl(plain),
      values,
      body,
    };
    return checked(parts, operation, plain, await handler({ ...call, accept: header('accept') ?? '' }));
  } catch (error) {
    if (error instanceof Refused) return error.reply;
    parts.violations.add({
      kind: 'reply',
      where: `${context.req.method} ${plain.path}`,
      errors: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    });
    return { status: 500, body: { message: 'Server Error' } };
  }
}

/** Holds our own answer against GitHub's description: what GitHub would never say is a fault of the stand-in. */
function checked(parts: ApiParts, operation: Operation, plain: Plain, found: Reply): Reply {
  if (found.body instanceof Uint8Array) return found;
  const check = operation.replies.get(found.status);
  const errors =
    check === undefined
      ? [`GitHub never answers ${found.status} here`]
      : check === null
        ? []
        : describeErrors(check(JSON.parse(JSON.stringify(found.body ?? null))));
  if (errors.length === 0) return found;
  parts.violations.add({ kind: 'reply', where: `${plain.context.req.method} ${plain.path}`, errors });
  return { status: 500, body: { message: 'Server Error', errors } };
}

function send(parts: ApiParts, plain: Plain, found: Reply): Response {
  const { context, entry } = plain;
  const bytes = found.body instanceof Uint8Array;
  const text = found.body === undefined ? null : bytes ? null : JSON.stringify(found.body);
  const headers = new Headers({
    'content-type': 'application/json; charset=utf-8',
    'x-github-request-id': randomUUID().toUpperCase(),
    'x-github-media-type': 'github.v3; format=json',
    date: new Date(parts.hub.world.clock.now()).toUTCString(),
    ...(entry.caller === null ? {} : rateHeaders(parts.rates.window(entry.caller))),
    ...found.headers,
  });
  entry.status = found.status;
  entry.reply = bytes ? null : (found.body ?? null);
  if (found.status === 200 && context.req.method === 'GET' && text !== null) {
    const etag = `W/"${createHash('sha256').update(text).digest('hex')}"`;
    headers.set('etag', etag);
    headers.set('cache-control', 'private, max-age=60, s-maxage=60');
    if (context.req.header('if-none-match') === etag) {
      entry.status = 304;
      return new Response(null, { status: 304, headers });
    }
  }
  if (found.status === 204 || (text === null && !bytes)) headers.delete('content-type');
  const body = bytes ? new Uint8Array(found.body as Uint8Array) : text;
  return new Response(body, { status: found.status, headers });
}

function rateHeaders(window: RateWindow): Record<string, string> {
  return {
    'x-ratelimit-limit': String(window.limit),
    'x-ratelimit-remaining': String(Math.max(0, window.limit - window.used)),
    'x-ratelimit-used': String(window.used),
    'x-ratelimit-reset': String(Math.ceil(window.resetAt / 1000)),
    'x-ratelimit-resource': 'core',
  };
}

function rateReply(window: RateWindow): Reply {
  const core = {
    limit: window.limit,
    remaining: Math.max(0, window.limit - window.used),
    reset: Math.ceil(window.resetAt / 1000),
    used: window.used,
  };
  return { status: 200, body: { resources: { core, search: core, graphql: core }, rate: core } };
}

// `/repositories/{id}/…` is where GitHub redirects to after a renaming.
function numberedPath(hub: Hub, path: string): string {
  const numbered = /^\/repositories\/(\d+)(\/.*)?$/.exec(path);
  const repository = numbered ? hub.world.repositories.get(Number(numbered[1])) : undefined;
  return repository ? `/repos/${fullName(hub.world, repository)}${numbered?.[2] ?? ''}` : path;
}

function publicUrl(plain: Plain): URL {
  return new URL(`${apiPrefix}${plain.path}${plain.url.search}`, plain.url.origin);
}

function readable(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
