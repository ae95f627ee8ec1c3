import { z } from 'zod';
import { issueToken } from '../access/tokens.ts';
import { badRequest, created, notFound, ok } from '../api/reply.ts';
import { appShape, installationShape, tokenShape } from '../shapes/app.ts';
import { deliveryItemShape, deliveryShape } from '../shapes/delivery.ts';
import { repositoryShape } from '../shapes/repository.ts';
import type { HookDelivery } from '../hooks/hooks.ts';
import type { Installation } from '../world/entities.ts';
import { accountByLogin, covers, repositoriesOf, repositoryByName } from '../world/find.ts';
import { callingApp, callingInstallation, number, text, type Call, type Handler } from './call.ts';
import { pageOf, paged } from './paging.ts';

const TokenWish = z.object({
  repositories: z.array(z.string()).optional(),
  repository_ids: z.array(z.number()).optional(),
  permissions: z.record(z.string(), z.string()).optional(),
});

function ownInstallations(call: Call): Installation[] {
  const app = callingApp(call);
  return [...call.hub.world.installations.values()].filter((installation) => installation.appId === app.id);
}

function ownInstallation(call: Call): Installation {
  const id = number(call, 'installation_id');
  const found = ownInstallations(call).find((installation) => installation.id === id);
  if (!found) throw notFound();
  return found;
}

/** The log reaches back three days. */
const logMs = 3 * 24 * 3_600_000;

function ownDeliveries(call: Call): HookDelivery[] {
  const app = callingApp(call);
  const since = call.hub.world.clock.now() - logMs;
  return call.hub.hooks.control.log
    .filter((delivery) => delivery.appId === app.id && delivery.deliveredAt >= since)
    .toReversed();
}

function ownDelivery(call: Call): HookDelivery {
  const found = ownDeliveries(call).find((delivery) => delivery.id === number(call, 'delivery_id'));
  if (!found) throw notFound();
  return found;
}

/** What an App asks about itself, and how it gets its tokens. */
export const appCalls = {
  'apps/get-authenticated': (call) => {
    const app = callingApp(call);
    return ok({ ...appShape(call.hub, app), installations_count: ownInstallations(call).length });
  },
  'apps/list-installations': (call) =>
    paged(call, ownInstallations(call), (installation) => installationShape(call.hub, installation)),
  'apps/get-installation': (call) => ok(installationShape(call.hub, ownInstallation(call))),
  'apps/get-repo-installation': (call) => {
    const installations = ownInstallations(call);
    const repository = repositoryByName(call.hub.world, `${text(call, 'owner')}/${text(call, 'repo')}`);
    const found = repository && installations.find((installation) => covers(installation, repository));
    if (!found) throw notFound();
    return ok(installationShape(call.hub, found));
  },
  'apps/get-org-installation': (call) => {
    const organization = accountByLogin(call.hub.world, text(call, 'org'));
    const found =
      organization?.type === 'Organization'
        ? ownInstallations(call).find(({ accountId }) => accountId === organization.id)
        : undefined;
    if (!found) throw notFound();
    return ok(installationShape(call.hub, found));
  },
  'apps/create-installation-access-token': (call) => {
    const app = callingApp(call);
    const wish = TokenWish.parse(call.body ?? {});
    return created(tokenShape(call.hub, issueToken(call.hub.world, app, ownInstallation(call), wish)));
  },
  'apps/list-repos-accessible-to-installation': (call) => {
    const { installation } = callingInstallation(call);
    const only = call.caller.kind === 'installation' ? call.caller.token.repositoryIds : null;
    const all = repositoriesOf(call.hub.world, installation).filter(
      (repository) => only?.has(repository.id) ?? true,
    );
    const page = pageOf(call, all);
    const body = {
      total_count: all.length,
      repository_selection: installation.repositoryIds === null ? 'all' : 'selected',
      repositories: page.items.map((repository) => repositoryShape(call.hub, repository)),
    };
    return ok(body, page.headers);
  },
  'apps/list-webhook-deliveries': (call) => {
    const status = text(call, 'status');
    const all = ownDeliveries(call).filter(
      (delivery) => status === '' || (delivery.status === 'OK') === (status === 'success'),
    );
    const cursor = text(call, 'cursor');
    const start = cursor === '' ? 0 : all.findIndex((delivery) => String(delivery.id) === cursor);
    if (start === -1) throw badRequest('Invalid cursor');
    const asked = call.values['per_page'];
    const size = Math.min(100, Math.max(1, typeof asked === 'number' ? asked : 30));
    const next = all[start + size];
    const url = new URL(call.url);
    if (next) url.searchParams.set('cursor', String(next.id));
    return ok(
      all.slice(start, start + size).map(deliveryItemShape),
      next ? { link: `<${url.href}>; rel="next"` } : {},
    );
  },
  'apps/get-webhook-delivery': (call) => ok(deliveryShape(ownDelivery(call))),
  'apps/redeliver-webhook-delivery': (call) => {
    // GitHub answers before it delivers.
    void call.hub.hooks.control.redeliver(ownDelivery(call).id);
    return { status: 202, body: {} };
  },
} satisfies Record<string, Handler>;
